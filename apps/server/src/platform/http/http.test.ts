import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { openLog } from '../log.ts';
import { addressLimit } from './addressLimit.ts';
import { jsonBodyLimit } from './bodyLimit.ts';
import { clientAddress } from './clientAddress.ts';
import { lastResort } from './errors.ts';
import { sameOrigin } from './sameOrigin.ts';
import { securityHeaders } from './securityHeaders.ts';
import { tokenBuckets } from './tokenBuckets.ts';

const own = 'https://assay.example.org';

describe('same origin', () => {
  const app = new Hono().use(sameOrigin({ origins: [own] })).all('/', (c) => c.text('done'));
  const status = async (method: string, headers: Record<string, string>) =>
    (await app.request('/', { method, headers })).status;

  test.each([
    ['POST', { origin: own }, 200],
    ['POST', { 'sec-fetch-site': 'same-origin' }, 200],
    ['POST', {}, 403],
    ['DELETE', {}, 403],
    ['POST', { origin: 'https://elsewhere.example' }, 403],
    ['POST', { origin: 'null' }, 403],
    ['POST', { 'sec-fetch-site': 'cross-site' }, 403],
    ['POST', { 'sec-fetch-site': 'same-site' }, 403],
    ['POST', { origin: 'http://rebound.example:4310', 'sec-fetch-site': 'same-origin' }, 403],
    ['GET', { origin: 'https://elsewhere.example' }, 200],
  ])('%s with %j is answered with %i', async (method, headers, expected) => {
    expect(await status(method, headers)).toBe(expected);
  });

  test('the refusal says which address is ours', async () => {
    const refused = await app.request('/', { method: 'POST' });
    expect(await refused.json()).toEqual({ error: expect.stringContaining(`a page at ${own}`) });
  });
});

describe('security headers', () => {
  const app = (https: boolean) =>
    new Hono()
      .use(securityHeaders({ https }))
      .get('/page', (c) => c.html('<p>'))
      .get('/file', () => new Response('x', { headers: { 'Content-Security-Policy': 'sandbox' } }));

  test('a page may run only our own scripts and be framed by nobody', async () => {
    const { headers } = await app(false).request('/page');
    expect(headers.get('content-security-policy')).toContain("script-src 'self';");
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('permissions-policy')).toContain('camera=()');
  });

  test('an answer keeps a stricter policy of its own', async () => {
    const { headers } = await app(false).request('/file');
    expect(headers.get('content-security-policy')).toBe('sandbox');
  });

  test('what the API answers is kept by no cache, unless it says so itself', async () => {
    const api = new Hono()
      .use(securityHeaders({ https: false }))
      .get('/api/me', (c) => c.json({}))
      .get('/api/file', (c) => c.text('x', 200, { 'Cache-Control': 'private' }));
    const cached = async (path: string) => (await api.request(path)).headers.get('cache-control');
    expect([await cached('/api/me'), await cached('/api/file')]).toEqual(['no-store', 'private']);
  });

  test('a browser is told to insist on https only where the address is https', async () => {
    const hsts = async (https: boolean) => (await app(https).request('/page')).headers.has('strict-transport-security');
    expect([await hsts(true), await hsts(false)]).toEqual([true, false]);
  });
});

describe('errors', () => {
  test('an unhandled one is logged under an id, and the reader gets the id alone', async () => {
    const lines: string[] = [];
    const app = new Hono().get('/', () => {
      throw new Error('no such table: secret_plans');
    });
    app.onError(lastResort(openLog('error', { write: (line) => void lines.push(line) })));
    const response = await app.request('/');
    expect(response.status).toBe(500);
    const body = z.strictObject({ error: z.string(), id: z.uuid() }).parse(await response.json());
    expect(JSON.stringify(body)).not.toContain('secret_plans');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(body.id);
    expect(lines[0]).toContain('secret_plans');
  });

  test('a client that went away in the middle is none', async () => {
    const lines: string[] = [];
    const app = new Hono().get('/', () => {
      throw Object.assign(new Error('aborted'), { code: 'ECONNRESET' });
    });
    app.onError(lastResort(openLog('info', { write: (line) => void lines.push(line) })));
    expect((await app.request('/')).status).toBe(400);
    expect(lines).toEqual([]);
  });

  test("Hono's own refusals are not errors of ours", async () => {
    const app = new Hono().get('/', () => {
      throw new HTTPException(415);
    });
    app.onError(lastResort(openLog('silent')));
    expect((await app.request('/')).status).toBe(415);
  });
});

test('a body over the limit is refused, with and without a length', async () => {
  const app = new Hono().use(jsonBodyLimit(10)).post('/', async (c) => c.text(await c.req.text()));
  const post = (body: string | ReadableStream) => app.request('/', { method: 'POST', body, duplex: 'half' });
  expect((await post('0123456789')).status).toBe(200);
  expect((await post('0123456789a')).status).toBe(413);
  expect((await post(new Blob(['0123456789a']).stream())).status).toBe(413);
});

describe('token buckets', () => {
  const clocked = (perMinute: number, keys?: number) => {
    const clock = { now: 0 };
    return { clock, buckets: tokenBuckets(perMinute, () => clock.now, keys) };
  };

  test('give a minute’s worth at once, and then as much as flows in', () => {
    const { clock, buckets } = clocked(60);
    expect(Array.from({ length: 60 }, () => buckets.take('a'))).toEqual(Array.from({ length: 60 }, () => 0));
    expect(buckets.take('a')).toBe(1);
    clock.now += 1000;
    expect(buckets.take('a')).toBe(0);
    expect(buckets.take('a', 30)).toBe(30);
    clock.now += 30_000;
    expect(buckets.take('a', 30)).toBe(0);
  });

  test('are one a key, and never hold more than a minute’s worth', () => {
    const { clock, buckets } = clocked(2);
    expect([buckets.take('a'), buckets.take('a'), buckets.take('b')]).toEqual([0, 0, 0]);
    clock.now += 24 * 3_600_000;
    expect([buckets.take('a'), buckets.take('a'), buckets.take('a')]).toEqual([0, 0, 30]);
  });

  test('let what is larger than a bucket through for a full one', () => {
    const { buckets } = clocked(5);
    expect(buckets.take('a', 50)).toBe(0);
    expect(buckets.take('a')).toBe(12);
  });

  test('remember so many keys and no more', () => {
    const { buckets } = clocked(1, 3);
    for (const key of ['a', 'b', 'c', 'a', 'd']) buckets.take(key);
    expect(buckets.size).toBe(3);
    expect(buckets.take('a')).toBe(60);
    expect(buckets.take('b')).toBe(0);
  });
});

describe('the limit by address', () => {
  const app = () => new Hono<{ Bindings: HttpBindings }>().use(addressLimit({ perMinute: 2, trustedProxy: null }));
  const from = async (http: ReturnType<typeof app>, remoteAddress: string) => {
    const answer = await http.request('/', {}, { incoming: { socket: { remoteAddress } } });
    return [answer.status, answer.headers.get('retry-after')];
  };

  test('answers 429 with the seconds to wait, to that address alone', async () => {
    const http = app().get('/', (c) => c.text('here'));
    const asked = [await from(http, '192.0.2.1'), await from(http, '192.0.2.1'), await from(http, '192.0.2.1')];
    expect(asked).toEqual([
      [200, null],
      [200, null],
      [429, expect.stringMatching(/^(?:29|30)$/)],
    ]);
    expect(await from(http, '192.0.2.2')).toEqual([200, null]);
  });

  test('counts the addresses of one household together, and this machine’s not at all', async () => {
    const http = app().get('/', (c) => c.text('here'));
    for (const address of ['2001:db8:1:2::1', '2001:db8:1:2:ffff::9']) await from(http, address);
    expect(await from(http, '2001:db8:1:2:3:4:5:6')).toEqual([429, expect.any(String)]);
    expect(await from(http, '2001:db8:1:3::1')).toEqual([200, null]);
    for (const address of ['127.0.0.1', '::1', '::ffff:127.0.0.1', '127.0.0.1'])
      expect(await from(http, address)).toEqual([200, null]);
  });
});

describe('the client address', () => {
  const asked = async (trustedProxy: string | null, header?: string) => {
    const app = new Hono<{ Bindings: HttpBindings }>();
    app.get('/', (c) => c.json(clientAddress(c, trustedProxy)));
    const response = await app.request('/', header === undefined ? {} : { headers: { 'x-forwarded-for': header } }, {
      incoming: { socket: { remoteAddress: '192.0.2.1' } },
    });
    return response.json();
  };

  test('is the other end of the socket, whatever a header says', async () => {
    expect(await asked(null, '203.0.113.5')).toBe('192.0.2.1');
  });

  test('is, behind a named proxy, the last in its header', async () => {
    expect(await asked('x-forwarded-for', '203.0.113.5, 198.51.100.7')).toBe('198.51.100.7');
    expect(await asked('x-forwarded-for', '203.0.113.5, nonsense')).toBe('192.0.2.1');
    expect(await asked('x-forwarded-for')).toBe('192.0.2.1');
  });
});
