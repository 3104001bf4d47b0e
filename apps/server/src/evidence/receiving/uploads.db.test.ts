import { createHash } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { instant } from '@assay/engine';
import { DetailedError, Upload } from 'tus-js-client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { breakingProxy } from '../../testing/breakingProxy.ts';
import { pdfOf } from '../../testing/documents.ts';
import { uploadTo } from '../../testing/upload.ts';
import { origin, uploadWorld } from '../../testing/uploadWorld.ts';

let at: Awaited<ReturnType<typeof uploadWorld>>;
beforeAll(async () => {
  at = await uploadWorld({ ASSAY_FILE_MB: '8', ASSAY_PERSON_FILES: '3', ASSAY_PERSON_MB: '9' });
});
afterAll(() => at[Symbol.asyncDispose]());

const text = (bytes: number) => Buffer.from('What I did and why. '.repeat(Math.ceil(bytes / 20)).slice(0, bytes));
const sha256 = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');

/** Sends a file as the portal does, and goes on after a break at once. Answers its address and where each part began. */
function send(url: string, headers: Record<string, string>, name: string, content: Buffer) {
  const parts: number[] = [];
  return new Promise<{ address: string; parts: number[] }>((resolve, reject) => {
    const upload = new Upload(content, {
      endpoint: `${url}/api/uploads`,
      metadata: { filename: name },
      headers,
      retryDelays: [0, 0, 0],
      onBeforeRequest: (request) => {
        const offset = request.getHeader('Upload-Offset');
        if (request.getMethod() === 'PATCH' && offset !== undefined) parts.push(Number(offset));
      },
      onSuccess: () => resolve({ address: upload.url ?? '', parts }),
      onError: reject,
    });
    upload.start();
  });
}

describe('an upload', () => {
  test('that breaks in the middle goes on where it broke, and comes out as it went in', async () => {
    const { headers } = await at.enrol();
    const content = text(6_000_000);
    await using line = await breakingProxy(at.server.port, { after: 3_000_000, arrived: () => onDisk(1_000_000) });
    const { address, parts } = await send(line.url, headers, 'account.txt', content);
    expect(line.broke()).toBe(true);
    expect(parts).toHaveLength(2);
    expect(parts[1]).toBeGreaterThan(0);
    // What had arrived was not sent again.
    expect(line.sentAfterwards()).toBeLessThan(content.length - (parts[1] ?? 0) + 10_000);
    const settled = await fetch(address, { headers: headers });
    expect([settled.status, await settled.json()]).toEqual([
      200,
      { hash: sha256(content), bytes: content.length, mediaType: 'text/plain', name: 'account.txt' },
    ]);
    expect(await at.world.files.verify(sha256(content))).toBe('sound');
    expect(await left(address)).toEqual([]);
  });

  test('whose last answer was lost is told to be whole, and what became of it', async () => {
    const { headers } = await at.enrol();
    const { address } = await send(at.server.url, headers, 'plan.pdf', await pdfOf('A plan.'));
    const asked = await fetch(address, { method: 'HEAD', headers: { ...headers, 'tus-resumable': '1.0.0' } });
    expect(asked.status).toBe(200);
    expect(asked.headers.get('upload-offset')).toBe(asked.headers.get('upload-length'));
    const twice = await Promise.all([fetch(address, { headers: headers }), fetch(address, { headers: headers })]);
    const [one, other] = await Promise.all(twice.map((response) => response.json()));
    expect(one).toMatchObject({ mediaType: 'application/pdf', name: 'plan.pdf' });
    expect(other).toEqual(one);
  });

  test('is nobody else’s: another person gets 404 whatever they ask', async () => {
    const { headers } = await at.enrol();
    const begun = await begin(headers, 'account.txt', 1000);
    const address = begun.headers.get('location') ?? '';
    expect(begun.status).toBe(201);
    const other = await at.enrol();
    const tus = { 'tus-resumable': '1.0.0' };
    const part = { 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' };
    for (const [method, more] of [
      ['HEAD', {}],
      ['PATCH', part],
      ['DELETE', {}],
      ['GET', {}],
    ] as const) {
      const init = { method, ...(method === 'PATCH' ? { body: 'x' } : {}) };
      expect((await at.ask(address, { ...init, headers: { ...other.headers, ...tus, ...more } })).status).toBe(404);
      expect((await at.ask(address, { ...init, headers: { origin, ...tus, ...more } })).status).toBe(401);
    }
    const own = await at.ask(address, { method: 'HEAD', headers: { ...headers, ...tus } });
    expect([own.status, own.headers.get('upload-offset')]).toEqual([200, '0']);
  });

  test('is begun by a candidate, from our own pages', async () => {
    const { headers } = await at.enrol();
    const staff = await at.register('Clerk Test', 'north', ['provider']);
    const clerk = await at.headersOf(staff, 'clerk.test@test.example');
    expect((await begin(clerk, 'a.txt', 10)).status).toBe(403);
    expect((await begin({ ...headers, origin: 'https://elsewhere.example' }, 'a.txt', 10)).status).toBe(403);
    expect((await begin({ origin }, 'a.txt', 10)).status).toBe(401);
  });

  test('that turns out to be something else is refused at its end, and nothing of it stays', async () => {
    const { headers } = await at.enrol();
    const program = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(3000)]);
    const refused: unknown = await send(at.server.url, headers, 'plan.pdf', program).catch((error: unknown) => error);
    if (!(refused instanceof DetailedError)) throw new Error('was taken');
    expect(refused.originalResponse?.getStatus()).toBe(415);
    expect(JSON.parse(refused.originalResponse?.getBody() ?? '')).toEqual({
      error: expect.stringContaining('"plan.pdf" is a Windows program.'),
    });
    expect(await left(refused.originalRequest?.getURL() ?? '')).toEqual([]);
    expect(await at.world.files.bytes(sha256(program))).toBeNull();
  });

  test('that is given up leaves nothing behind', async () => {
    const { headers } = await at.enrol();
    const address = (await begin(headers, 'account.txt', 1000)).headers.get('location') ?? '';
    const tus = { ...headers, 'tus-resumable': '1.0.0' };
    expect((await at.ask(address, { method: 'DELETE', headers: tus })).status).toBe(204);
    expect((await at.ask(address, { method: 'HEAD', headers: tus })).status).toBe(404);
    expect(await left(address)).toEqual([]);
  });

  test('that nobody goes on with is given up after a day, and one that is newer is not', async () => {
    const { headers } = await at.enrol();
    const { receiving, db } = at.world;
    const old = (await begin(headers, 'old.txt', 1000)).headers.get('location') ?? '';
    const longAgo = { begun_at: '2026-03-01T00:00:00.000Z' };
    await db.updateTable('receiving').set(longAgo).where('upload', '=', idOf(old)).execute();
    const fresh = (await begin(headers, 'fresh.txt', 1000)).headers.get('location') ?? '';
    expect(await receiving.sweep(instant('2026-03-09T09:00:00.000Z'))).toBe(1);
    expect([await left(old), await left(fresh)]).toEqual([[], [idOf(fresh), `${idOf(fresh)}.json`]]);
    expect((await at.ask(old, { headers: headers })).status).toBe(404);
  });

  test('that is not whole is told how far it is', async () => {
    const { headers } = await at.enrol();
    const address = (await begin(headers, 'account.txt', 1000)).headers.get('location') ?? '';
    const told = await at.ask(address, { headers: headers });
    expect([told.status, await told.json()]).toEqual([409, { error: expect.stringContaining('0 of its 1000 bytes') }]);
  });
});

describe('limits', () => {
  const mb = 1024 * 1024;
  const sentence = async (response: Response) => JSON.stringify(await response.json());

  test('a file that is announced too large, empty, nameless or of another kind is refused before it is sent', async () => {
    const { headers } = await at.enrol();
    for (const [name, bytes, status, says] of [
      ['long.txt', 8 * mb + 1, 413, 'larger than 8 MB, the most for one file'],
      ['none.txt', 0, 400, 'is empty'],
      ['', 10, 400, 'Give the file its name'],
      ['setup.exe', 10, 415, 'ends in .exe. Accepted are PDF'],
      ['everything.zip', 10, 415, 'ends in .zip'],
      ['readme', 10, 415, 'has no ending'],
    ] as const) {
      const refused = await begin(headers, name, bytes);
      expect([name, refused.status]).toEqual([name, status]);
      expect(await sentence(refused)).toContain(says);
    }
    expect((await begin(headers, 'long.txt', 8 * mb)).status).toBe(201);
    const late = await at.ask('/api/uploads', {
      method: 'POST',
      headers: { ...headers, 'tus-resumable': '1.0.0', 'upload-defer-length': '1' },
    });
    expect([late.status, await sentence(late)]).toEqual([501, expect.stringContaining('Announce the length')]);
  });

  test('more than was announced is refused by its length, and cut off where it says none', async () => {
    const { headers } = await at.enrol();
    const address = (await begin(headers, 'account.txt', 1000)).headers.get('location') ?? '';
    const part = {
      ...headers,
      'tus-resumable': '1.0.0',
      'upload-offset': '0',
      'content-type': 'application/offset+octet-stream',
    };
    const long = await at.ask(address, { method: 'PATCH', headers: part, body: text(1001) });
    expect([long.status, await sentence(long)]).toEqual([413, expect.stringContaining('more than was announced')]);
    const endless = new Blob([text(300_000)]).stream();
    const cut = await at
      .ask(address, { method: 'PATCH', headers: part, body: endless, duplex: 'half' })
      .catch(() => null);
    expect([null, 413, 500]).toContain(cut?.status ?? null);
    expect((await at.ask(address, { headers: headers })).status).not.toBe(200);
  });

  test('a person brings so many files and no more, begun ones counted', async () => {
    const { headers } = await at.enrol();
    const bring = (name: string, words: string) =>
      uploadTo(at.ask, { name, body: new TextEncoder().encode(words), headers: headers });
    expect((await bring('a.txt', 'one')).status).toBe(200);
    expect((await bring('a.txt', 'one')).status).toBe(200);
    expect((await bring('b.txt', 'two')).status).toBe(200);
    const begun = (await begin(headers, 'c.txt', 10)).headers.get('location') ?? '';
    const refused = await bring('d.txt', 'four');
    expect([refused.status, await sentence(refused)]).toEqual([413, expect.stringContaining('brought 3 files')]);
    await at.ask(begun, { method: 'DELETE', headers: { ...headers, 'tus-resumable': '1.0.0' } });
    expect((await bring('d.txt', 'four')).status).toBe(200);
    // Another person has an allowance of their own, and what is written here counts for nothing.
    const other = await at.enrol();
    expect((await begin(other.headers, 'a.txt', 10)).status).toBe(201);
  });

  test('a person brings so many megabytes and no more, begun ones counted', async () => {
    const { headers } = await at.enrol();
    expect((await begin(headers, 'a.txt', 8 * mb)).status).toBe(201);
    const refused = await begin(headers, 'b.txt', mb + 1);
    expect([refused.status, await sentence(refused)]).toEqual([
      413,
      expect.stringContaining('larger than 9 MB together'),
    ]);
    expect((await begin(headers, 'b.txt', mb)).status).toBe(201);
  });
});

/** Waits until so many bytes of the one upload that is on its way have been written. */
async function onDisk(bytes: number): Promise<void> {
  for (;;) {
    const sizes = (await readdir(at.uploads)).map(async (name) => (await stat(join(at.uploads, name))).size);
    if ((await Promise.all(sizes)).some((size) => size >= bytes)) return;
    await pause(10);
  }
}

const idOf = (address: string) => address.split('/').at(-1) ?? '';
/** What of an upload on its way is still on disk. */
const left = async (address: string) =>
  (await readdir(at.uploads)).filter((name) => name.startsWith(idOf(address))).toSorted();

/** Announces an upload and sends nothing. */
function begin(headers: Record<string, string>, name: string, bytes: number): Promise<Response> {
  const metadata: Record<string, string> =
    name === '' ? {} : { 'upload-metadata': `filename ${Buffer.from(name).toString('base64')}` };
  return at.ask('/api/uploads', {
    method: 'POST',
    headers: { ...headers, 'tus-resumable': '1.0.0', 'upload-length': String(bytes), ...metadata },
  });
}
