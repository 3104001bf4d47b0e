import { createHash } from 'node:crypto';
import { readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bucketServer } from '../../testing/bucketServer.ts';
import { temporaryFolder } from '../../testing/temporaryFolder.ts';
import { openLog } from '../log.ts';
import { BucketError, bucketShelf } from './bucketShelf.ts';
import { folderShelf } from './folderShelf.ts';
import { serveFile } from './respond.ts';
import type { Shelf } from './shelf.ts';
import { openFileStore } from './store.ts';

async function* pieces(...texts: string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text);
}
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** A store on a shelf, what it logs, and how the bytes that lie in it are come by from outside. */
async function worldOn(shelf: Shelf, pathOf: (place: string) => string) {
  const folder = await temporaryFolder();
  const lines: string[] = [];
  const log = openLog('warn', { write: (line) => void lines.push(line) });
  const open = () => openFileStore({ folder: folder.path, shelf, log });
  return {
    open,
    store: await open(),
    lines,
    incoming: join(folder.path, 'incoming'),
    rawPath: (hash: string) => pathOf(`${hash.slice(0, 2)}/${hash.slice(2)}`),
    [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
  };
}

let place: Awaited<ReturnType<typeof temporaryFolder>>;
let s3: Awaited<ReturnType<typeof bucketServer>>;
beforeAll(async () => {
  place = await temporaryFolder();
  s3 = await bucketServer(join(place.path, 's3'));
});
afterAll(async () => {
  await s3[Symbol.asyncDispose]();
  await place[Symbol.asyncDispose]();
});

const worlds = {
  folder: () => {
    const folder = join(place.path, 'folder');
    return worldOn(folderShelf(folder), (at) => join(folder, at));
  },
  bucket: async () => worldOn(await bucketShelf(s3.bucket), s3.pathOf),
};

describe.each(Object.entries(worlds))('files in a %s', (_kind, world) => {
  test('are kept under their hash, whole and in parts', async () => {
    await using at = await world();
    const hash = sha256('two rooms and a garden');
    expect(await at.store.keep(pieces('two rooms ', 'and a garden'))).toEqual({ hash, bytes: 22 });
    expect(await readFile(at.rawPath(hash), 'utf8')).toBe('two rooms and a garden');
    expect(await at.store.bytes(hash)).toBe(22);
    const whole = await at.store.open(hash);
    expect([whole?.bytes, await new Response(whole?.stream ?? null).text()]).toEqual([22, 'two rooms and a garden']);
    const part = await at.store.open(hash, { start: 4, end: 8 });
    expect([part?.bytes, await new Response(part?.stream ?? null).text()]).toEqual([22, 'rooms']);
    expect(await at.store.verify(hash)).toBe('sound');
  });

  test('are removed for good, and what is not there is no error', async () => {
    await using at = await world();
    const { hash } = await at.store.keep(pieces('what nobody is meant to have any more'));
    expect(await at.store.soundLately(hash)).toBe('sound');
    await at.store.remove(hash);
    expect([await at.store.bytes(hash), await at.store.open(hash), await at.store.soundLately(hash)]).toEqual([
      null,
      null,
      'missing',
    ]);
    await at.store.remove(hash);
  });

  test('of several megabytes come out as they went in', async () => {
    await using at = await world();
    const body = Array.from({ length: 60 }, (_, number) => `${number}`.repeat(50_000));
    const { hash, bytes } = await at.store.keep(pieces(...body));
    expect(hash).toBe(sha256(body.join('')));
    const now = createHash('sha256');
    let came = 0;
    for await (const chunk of (await at.store.open(hash))?.stream ?? []) {
      now.update(chunk);
      came += chunk.byteLength;
    }
    expect([now.digest('hex'), came]).toEqual([hash, bytes]);
  });

  test('received twice at once are kept once, and nothing is left beside them', async () => {
    await using at = await world();
    const both = await Promise.all([at.store.keep(pieces('the same')), at.store.keep(pieces('the ', 'same'))]);
    expect(both[0]).toEqual(both[1]);
    expect(await at.store.verify(both[0].hash)).toBe('sound');
    expect(await readdir(at.incoming)).toEqual([]);
  });

  test('that break off leave nothing behind, and nothing of one can be opened while it arrives', async () => {
    await using at = await world();
    const hash = sha256('whole and then');
    async function* breaking() {
      yield Buffer.from('whole ');
      expect(await at.store.open(hash)).toBeNull();
      yield Buffer.from('and then');
      throw new Error('the line went dead');
    }
    await expect(at.store.keep(breaking())).rejects.toThrow('the line went dead');
    expect(await readdir(at.incoming)).toEqual([]);
    expect(await at.store.open(hash)).toBeNull();
  });

  test('that are not there are told as missing, and no hash leads elsewhere', async () => {
    await using at = await world();
    await at.store.keep(pieces('something'));
    for (const hash of ['ab'.repeat(32), '../../../etc/passwd', 'incoming/alive', '', '..']) {
      expect(await at.store.bytes(hash)).toBeNull();
      expect(await at.store.open(hash)).toBeNull();
      expect(await at.store.verify(hash)).toBe('missing');
      expect(await at.store.borrow(hash)).toBeNull();
    }
  });

  test('that were changed behind our back are found out, and never come out whole', async () => {
    await using at = await world();
    const { hash } = await at.store.keep(pieces('evidence of change'));
    await writeFile(at.rawPath(hash), 'evidence of chanXe');
    expect(await at.store.verify(hash)).toBe('damaged');
    const opened = await at.store.open(hash);
    await expect(new Response(opened?.stream ?? null).text()).rejects.toThrow(/damaged/);
    expect(await at.store.borrow(hash)).toBeNull();
    expect(at.lines.join('')).toContain(hash);
  });

  test('that were damaged or cut short are mended by whoever brings them again', async () => {
    await using at = await world();
    const { hash } = await at.store.keep(pieces('evidence to mend'));
    for (const damage of ['evidence to mXnd', 'ev']) {
      await writeFile(at.rawPath(hash), damage);
      expect(await at.store.verify(hash)).toBe('damaged');
      await at.store.keep(pieces('evidence to mend'));
      expect(await at.store.verify(hash)).toBe('sound');
    }
  });

  test('that were found sound are taken to be so for parts, until a look at the whole says otherwise', async () => {
    await using at = await world();
    const { hash } = await at.store.keep(pieces('evidence that lasts'));
    expect(await at.store.soundLately(hash)).toBe('sound');
    await writeFile(at.rawPath(hash), 'evidence that lXsts');
    expect(await at.store.soundLately(hash)).toBe('sound');
    expect(await at.store.verify(hash)).toBe('damaged');
    expect(await at.store.soundLately(hash)).toBe('damaged');
  });

  test('are lent as files of this machine and given back', async () => {
    await using at = await world();
    const { hash } = await at.store.keep(pieces('to be read'));
    {
      await using lent = await at.store.borrow(hash);
      expect(await readFile(lent?.path ?? '', 'utf8')).toBe('to be read');
    }
    expect(await readdir(at.incoming)).toEqual([]);
    expect(await at.store.verify(hash)).toBe('sound');
  });

  test('opening the store clears what dead processes left, and leaves the living alone', async () => {
    await using at = await world();
    const [dead, alive] = [join(at.incoming, 'dead'), join(at.incoming, 'alive')];
    await writeFile(dead, 'x');
    await writeFile(alive, 'x');
    const yesterday = new Date(Date.now() - 24 * 60 * 60 * 1000);
    await utimes(dead, yesterday, yesterday);
    await at.open();
    expect(await readdir(at.incoming)).toEqual(['alive']);
  });
});

describe('a bucket that cannot be used is told in a sentence', () => {
  test.each([
    ['a wrong name', { bucket: 'elsewhere' }, /"elsewhere".*NoSuchBucket/],
    ['a wrong secret', { credentials: { accessKeyId: 'S3RVER', secretAccessKey: 'no' } }, /SignatureDoesNotMatch/],
    ['nobody there', { endpoint: 'http://127.0.0.1:1' }, /http:\/\/127.0.0.1:1.*Check its name/],
  ])('%s', async (_what, wrong, says) => {
    const opening = bucketShelf({ ...s3.bucket, ...wrong });
    await expect(opening).rejects.toThrow(BucketError);
    await expect(opening).rejects.toThrow(says);
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
    await using at = await worlds.folder();
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
    await using at = await worlds.folder();
    const missing = await serveFile({
      request: new Request('http://x'),
      store: at.store,
      file: { hash: 'ab'.repeat(32), name: 'a', type: 'text/plain' },
    });
    expect(missing.status).toBe(404);
  });

  test('a damaged file is told instead of shown, whole, in part and by its larger brother breaking off', async () => {
    await using at = await worlds.folder();
    const ask = async (hash: string, headers: Record<string, string> = {}) =>
      serveFile({
        request: new Request('http://x', { headers }),
        store: at.store,
        file: { hash, name: 'a.txt', type: 'text/plain' },
      });
    const small = await at.store.keep(pieces('what was submitted'));
    await writeFile(at.rawPath(small.hash), 'what was not there');
    for (const headers of [{}, { range: 'bytes=0-3' }]) {
      const told = await ask(small.hash, headers);
      expect([told.status, await told.json()]).toEqual([500, { error: expect.stringContaining('damaged') }]);
    }
    const piece = 'x'.repeat(1024 * 1024);
    const large = await at.store.keep(pieces(...Array.from({ length: 9 }, () => piece)));
    await writeFile(at.rawPath(large.hash), `${piece.repeat(8)}${piece.slice(1)}y`);
    const begun = await ask(large.hash);
    expect(begun.status).toBe(200);
    await expect(begun.text()).rejects.toThrow(/damaged/);
    expect(at.lines.join('')).toContain(large.hash);
  });
});
