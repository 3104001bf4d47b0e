import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import { cookiesOf, identityWorld, testUrl } from '../../testing/identityWorld.ts';
import { temporaryFolder } from '../../testing/temporaryFolder.ts';
import { serveFile } from '../files/respond.ts';
import { openFileStore } from '../files/store.ts';
import { jsonBodyLimit } from './bodyLimit.ts';
import { openLog } from '../log.ts';
import { clientAddress } from './clientAddress.ts';
import { lastResort } from './errors.ts';
import { ListenError, listen } from './listen.ts';
import { portalFiles } from './portalFiles.ts';
import { sameOrigin } from './sameOrigin.ts';
import { securityHeaders } from './securityHeaders.ts';

/** A server as main.ts composes it, on a free port, with a portal of three files. */
async function world() {
  const folder = await temporaryFolder();
  const portal = join(folder.path, 'dist');
  await mkdir(join(portal, 'assets'), { recursive: true });
  await writeFile(join(portal, 'index.html'), '<!doctype html><div id="root"></div>');
  await writeFile(join(portal, 'assets', 'index-BhQ3x_9Z.js'), `//${'x'.repeat(4000)}`);
  await writeFile(join(portal, 'favicon.svg'), '<svg/>');
  await writeFile(join(folder.path, 'secret'), 'not for anybody');
  const store = await openFileStore(join(folder.path, 'files'));
  const { identity, ...rest } = await identityWorld();

  const app = new Hono<{ Bindings: HttpBindings }>()
    .use(securityHeaders({ https: false }))
    .use(sameOrigin({ origins: [testUrl] }))
    .all('/api/auth/*', jsonBodyLimit(), (c) => identity.handler(c.req.raw, clientAddress(c, null)))
    .get('/api/me', async (c) => c.json(await identity.session(c.req.raw.headers)))
    .get('/api/slow', async (c) => {
      await pause(150);
      return c.text('finished');
    })
    .post('/api/files/:name', async (c) =>
      c.json(
        await store.receive(c.req.raw.body ?? new Blob([]).stream(), { name: c.req.param('name'), limit: 100_000 }),
      ),
    )
    .get('/api/files/:hash', (c) =>
      serveFile({
        request: c.req.raw,
        store,
        file: { hash: c.req.param('hash'), name: 'x.txt', type: 'text/plain' },
      }),
    )
    .use(portalFiles(portal));
  const server = await listen(app, { host: '127.0.0.1', port: 0 });
  return {
    server,
    identity,
    get: (path: string, headers: Record<string, string> = {}) => fetch(server.url + path, { headers }),
    post: (path: string, body: string, headers: Record<string, string> = {}) =>
      fetch(server.url + path, { method: 'POST', body, duplex: 'half', headers: { origin: testUrl, ...headers } }),
    async [Symbol.asyncDispose]() {
      await server.stop();
      await rest[Symbol.asyncDispose]();
      await folder[Symbol.asyncDispose]();
    },
  };
}

/** A request line exactly as given; fetch tidies paths before it sends them. */
async function raw(port: number, line: string): Promise<string> {
  const socket = createConnection(port, '127.0.0.1');
  socket.end(`${line}\r\nHost: x\r\nAccept: text/html\r\nConnection: close\r\n\r\n`);
  let answer = '';
  for await (const chunk of socket) answer += chunk;
  return answer;
}

describe('signing in over HTTP', () => {
  test('a browser signs in, is known by its cookie, and signs out', async () => {
    await using at = await world();
    const rosa = { name: 'Rosa', email: 'rosa@example.org', password: 'a long enough password' };
    await at.identity.createPerson(rosa);
    const json = { 'content-type': 'application/json' };
    const signedIn = await at.post('/api/auth/sign-in/email', JSON.stringify(rosa), json);
    expect(signedIn.status).toBe(200);
    const cookie = cookiesOf(signedIn);
    const me = await (await at.get('/api/me', { cookie })).json();
    expect(me).toMatchObject({ person: { name: 'Rosa' } });
    expect((await at.post('/api/auth/sign-out', '{}', { ...json, cookie })).status).toBe(200);
    expect(await (await at.get('/api/me', { cookie })).json()).toBeNull();
  });

  test('without an origin nothing is changed', async () => {
    await using at = await world();
    const response = await fetch(`${at.server.url}/api/auth/sign-in/email`, { method: 'POST' });
    expect(response.status).toBe(403);
  });
});

describe('files over HTTP', () => {
  test('an upload is streamed in, and a part of it is read back', async () => {
    await using at = await world();
    const text = 'two rooms and a garden';
    const hash = createHash('sha256').update(text).digest('hex');
    const kept = await (await at.post('/api/files/notes.txt', text)).json();
    expect(kept).toMatchObject({ ok: true, bytes: 22, hash });
    const part = await at.get(`/api/files/${hash}`, { range: 'bytes=4-8' });
    expect([part.status, await part.text()]).toEqual([206, 'rooms']);
    expect(part.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox; frame-ancestors 'none'");
    expect(part.headers.get('x-frame-options')).toBe('DENY');
  });

  test('an upload over the limit is refused in a sentence', async () => {
    await using at = await world();
    const refused = await (await at.post('/api/files/long.txt', 'a'.repeat(20_000_000))).json();
    expect(refused).toMatchObject({ ok: false, error: 'tooLarge' });
  });
});

describe('the portal', () => {
  const page = { accept: 'text/html,*/*' };

  test('any address that asks for a page gets the portal, not to be kept', async () => {
    await using at = await world();
    for (const path of ['/', '/welcome/abc', '/no/such/page.pdf', '/index.html']) {
      const response = await at.get(path, page);
      expect([path, response.status]).toEqual([path, 200]);
      expect(response.headers.get('cache-control')).toBe('no-cache');
      expect(response.headers.get('content-security-policy')).toContain("script-src 'self'");
      expect(await response.text()).toContain('id="root"');
    }
  });

  test('files with a hash in their name are kept for good, and sent packed', async () => {
    await using at = await world();
    const response = await at.get('/assets/index-BhQ3x_9Z.js', { 'accept-encoding': 'gzip' });
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(response.headers.get('content-encoding')).toBe('gzip');
    expect(await response.text()).toHaveLength(4002);
    const icon = await at.get('/favicon.svg');
    expect(icon.headers.get('cache-control')).toBe('no-cache');
    const tag = icon.headers.get('etag') ?? '';
    expect((await at.get('/favicon.svg', { 'if-none-match': tag })).status).toBe(304);
  });

  test('an unknown address below /api and a missing file are 404 in JSON', async () => {
    await using at = await world();
    for (const [path, headers] of [
      ['/api/nothing', page],
      ['/assets/gone.js', {}],
    ] as const) {
      const response = await at.get(path, headers);
      expect(response.status).toBe(404);
      expect(await response.json()).toEqual({ error: `There is nothing at ${path}.` });
    }
  });

  test('no path leads out of the folder', async () => {
    await using at = await world();
    for (const path of ['/../secret', '/assets/../../secret', '/%2e%2e/secret', '/..%2fsecret', '//secret']) {
      expect(await raw(at.server.port, `GET ${path} HTTP/1.1`)).not.toContain('not for anybody');
    }
  });

  test('TRACE and methods that nobody serves are refused', async () => {
    await using at = await world();
    for (const method of ['TRACE', 'PROPFIND', 'PUT'])
      expect(await raw(at.server.port, `${method} / HTTP/1.1`)).toMatch(/^HTTP\/1\.1 4\d\d /);
  });

  test('a portal that is not built says so', async () => {
    const app = new Hono().use(portalFiles('/nowhere/at/all'));
    const response = await app.request('/', { headers: page });
    expect([response.status, await response.text()]).toEqual([503, expect.stringContaining('pnpm')]);
  });
});

describe('listening', () => {
  test('a port that is taken is named, with how to choose another', async () => {
    await using at = await world();
    const second = listen(new Hono(), { host: '127.0.0.1', port: at.server.port });
    await expect(second).rejects.toThrow(ListenError);
    await expect(second).rejects.toThrow(
      `Port ${at.server.port} on 127.0.0.1 is taken by another program. Stop that one, or choose another: PORT=${at.server.port + 1}.`,
    );
  });

  test('stopping lets a running request finish and takes no more', async () => {
    await using at = await world();
    const running = at.get('/api/slow');
    await pause(50);
    const stopped = at.server.stop();
    expect(await (await running).text()).toBe('finished');
    await stopped;
    await expect(at.get('/api/slow')).rejects.toThrow();
    await at.server.stop();
  });
});

describe('a body that does not come', () => {
  const ends = async (request: string): Promise<string> => {
    const app = new Hono().post('/', async (c) => c.text(`got ${(await c.req.text()).length}`));
    app.onError(lastResort(openLog('silent')));
    const server = await listen(app, { host: '127.0.0.1', port: 0 }, { bytesPerSecond: 100, every: 50 });
    const socket = createConnection(server.port, '127.0.0.1');
    socket.on('error', () => undefined);
    socket.write(request);
    let answer = '';
    try {
      for await (const chunk of socket) answer += chunk;
    } catch {
      answer += 'reset';
    }
    await server.stop();
    return answer;
  };

  test.each([
    ['a length', 'Content-Length: 100'],
    ['chunks', 'Transfer-Encoding: chunked'],
  ])('is not waited for when it was announced by %s', async (_by, header) => {
    expect(await ends(`POST / HTTP/1.1\r\nHost: x\r\n${header}\r\n\r\n`)).toMatch(/^(?:reset)?$/);
  });

  test('is no reason to end a connection whose body is here', async () => {
    const body = 'all of it';
    expect(
      await ends(`POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: ${body.length}\r\n\r\n${body}`),
    ).toContain('got 9');
  });
});
