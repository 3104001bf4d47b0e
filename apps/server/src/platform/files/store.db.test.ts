import { createHash } from 'node:crypto';
import { readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../testing/temporaryFolder.ts';
import { serveFile } from './respond.ts';
import { openFileStore } from './store.ts';

async function world() {
  const folder = await temporaryFolder();
  const path = join(folder.path, 'files');
  const store = await openFileStore(path);
  const kept = async () =>
    (await readdir(path, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(path.length + 1));
  return { store, path, kept, [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose]() };
}

async function* pieces(...texts: string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text);
}
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

describe('receiving', () => {
  test('keeps a file under its hash, and one content once', async () => {
    await using at = await world();
    const hash = sha256('two rooms and a garden');
    const first = await at.store.receive(pieces('two rooms ', 'and a garden'), { name: 'a/notes.txt' });
    expect(first).toEqual({ ok: true, hash, bytes: 22, type: 'text/plain', name: 'notes.txt' });
    await at.store.receive(new Blob(['two rooms and a garden']).stream(), { name: 'again.md' });
    expect(await at.kept()).toEqual([`${hash.slice(0, 2)}/${hash.slice(2)}`]);
    expect(await at.store.verify(hash)).toBe('sound');
  });

  test('the same content received twice at once is kept once', async () => {
    await using at = await world();
    const both = await Promise.all(['a.txt', 'b.txt'].map((name) => at.store.receive(pieces('the same'), { name })));
    expect(both.every((one) => one.ok)).toBe(true);
    expect(await at.kept()).toHaveLength(1);
  });

  test('over the limit is refused while it streams, and leaves nothing behind', async () => {
    await using at = await world();
    let given = 0;
    let letGo = false;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        given += 1000;
        controller.enqueue(Buffer.alloc(1000, 'a'));
      },
      cancel: () => void (letGo = true),
    });
    const refused = await at.store.receive(endless, { name: 'long.txt', limit: 10_000 });
    expect(refused).toMatchObject({ error: 'tooLarge', says: expect.stringContaining('"long.txt"') });
    expect(given).toBeLessThan(20_000);
    expect(letGo).toBe(true);
    expect(await at.kept()).toEqual([]);
  });

  test('exactly the limit is kept', async () => {
    await using at = await world();
    expect(await at.store.receive(pieces('1234'), { name: 'a.txt', limit: 4 })).toMatchObject({ ok: true });
    expect(await at.store.receive(pieces('12345'), { name: 'a.txt', limit: 4 })).toMatchObject({ ok: false });
  });

  test('an upload that breaks off leaves nothing behind', async () => {
    await using at = await world();
    async function* breaking() {
      yield Buffer.from('half of');
      throw new Error('the line went dead');
    }
    const refused = await at.store.receive(breaking(), { name: 'a.txt' });
    expect(refused).toMatchObject({ error: 'interrupted' });
    expect(await at.kept()).toEqual([]);
    await expect(at.store.keep(breaking())).rejects.toThrow(/broke off/);
    expect(await at.kept()).toEqual([]);
  });

  test('a disguised program and an empty file are refused and leave nothing behind', async () => {
    await using at = await world();
    const program = pieces(`MZ${'\0'.repeat(200)}`);
    expect(await at.store.receive(program, { name: 'cv.pdf' })).toMatchObject({ error: 'typeRefused' });
    expect(await at.store.receive(pieces(), { name: 'a.txt' })).toMatchObject({ error: 'empty' });
    expect(await at.kept()).toEqual([]);
  });

  test('while a file arrives, nothing of it can be opened', async () => {
    await using at = await world();
    const hash = sha256('whole');
    async function* slow() {
      yield Buffer.from('who');
      expect(await at.store.open(hash)).toBeNull();
      yield Buffer.from('le');
    }
    await at.store.keep(slow());
    expect((await at.store.open(hash))?.bytes).toBe(5);
  });
});

describe('opening the store', () => {
  test('clears what dead uploads left, and leaves the living alone', async () => {
    await using at = await world();
    const [dead, alive] = [join(at.path, 'incoming', 'dead'), join(at.path, 'incoming', 'alive')];
    await writeFile(dead, 'x');
    await writeFile(alive, 'x');
    const yesterday = new Date(Date.now() - 24 * 60 * 60 * 1000);
    await utimes(dead, yesterday, yesterday);
    await openFileStore(at.path);
    expect(await at.kept()).toEqual(['incoming/alive']);
  });

  test('no hash leads out of the folder', async () => {
    await using at = await world();
    for (const hash of ['../../../etc/passwd', 'incoming/alive', '', '..']) {
      expect(await at.store.open(hash)).toBeNull();
      expect(await at.store.verify(hash)).toBe('missing');
    }
  });

  test('a file changed on disk is found out, and one cut short is mended by the next upload', async () => {
    await using at = await world();
    const { hash } = await at.store.keep(pieces('evidence'));
    const path = join(at.path, hash.slice(0, 2), hash.slice(2));
    await writeFile(path, 'evidenXe');
    expect(await at.store.verify(hash)).toBe('damaged');
    await writeFile(path, 'ev');
    await at.store.keep(pieces('evidence'));
    expect(await at.store.verify(hash)).toBe('sound');
  });
});

describe('serving', () => {
  async function served(given: {
    text?: string;
    name?: string;
    type?: Parameters<typeof serveFile>[0]['file']['type'];
    inline?: boolean;
    headers?: Record<string, string>;
    method?: string;
  }) {
    await using at = await world();
    const { hash } = await at.store.keep(pieces(given.text ?? '0123456789'));
    const response = await serveFile({
      request: { method: given.method ?? 'GET', headers: new Headers(given.headers) },
      store: at.store,
      file: { hash, name: given.name ?? 'notes.txt', type: given.type ?? 'text/plain' },
      inline: given.inline ?? false,
    });
    return { status: response.status, headers: response.headers, text: await response.text(), hash };
  }

  test('HTML that was uploaded as text is saved as text, never shown as a page', async () => {
    const { headers } = await served({ text: '<script>alert(1)</script>' });
    expect(headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-disposition')).toMatch(/^attachment;/);
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox; frame-ancestors 'none'");
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('cache-control')).toMatch(/^private/);
  });

  test('only PDF, images and plain text are shown when asked', async () => {
    const shown = async (type: Parameters<typeof serveFile>[0]['file']['type']) =>
      (await served({ type, inline: true })).headers.get('content-disposition')?.startsWith('inline');
    expect(await shown('application/pdf')).toBe(true);
    expect(await shown('image/png')).toBe(true);
    expect(await shown('text/plain')).toBe(true);
    expect(await shown('text/markdown')).toBe(false);
  });

  test('a name cannot break out of its header', async () => {
    const { headers } = await served({ name: 'x"; filename="evil.exe"\r\nX: y/Räume\'s (1).txt' });
    expect(headers.get('content-disposition')).toBe(
      `attachment; filename="R_ume's (1).txt"; filename*=UTF-8''R%C3%A4ume%27s%20%281%29.txt`,
    );
    expect((await served({ name: 'a"b\\c%.txt' })).headers.get('content-disposition')).toBe(
      `attachment; filename="c_.txt"; filename*=UTF-8''c%25.txt`,
    );
  });

  test('a range is answered with that part', async () => {
    const part = await served({ headers: { range: 'bytes=2-4' } });
    expect([part.status, part.text]).toEqual([206, '234']);
    expect(part.headers.get('content-range')).toBe('bytes 2-4/10');
    expect(part.headers.get('content-length')).toBe('3');
    const none = await served({ headers: { range: 'bytes=10-' } });
    expect([none.status, none.headers.get('content-range')]).toEqual([416, 'bytes */10']);
    const other = await served({ headers: { range: 'bytes=2-4', 'if-range': '"another"' } });
    expect([other.status, other.text]).toEqual([200, '0123456789']);
  });

  test('HEAD sends no body, a known tag 304, an empty file nothing, an unknown one 404', async () => {
    const head = await served({ method: 'HEAD' });
    expect([head.status, head.text, head.headers.get('content-length')]).toEqual([200, '', '10']);
    const known = await served({ headers: { 'if-none-match': `"${head.hash}"` } });
    expect(known.status).toBe(304);
    expect(await served({ text: '' })).toMatchObject({ status: 200, text: '' });
    await using at = await world();
    const missing = await serveFile({
      request: new Request('http://x'),
      store: at.store,
      file: { hash: 'ab'.repeat(32), name: 'a', type: 'text/plain' },
    });
    expect(missing.status).toBe(404);
  });
});
