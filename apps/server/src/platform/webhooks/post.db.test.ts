import { once } from 'node:events';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { describe, expect, test } from 'vitest';
import { hookCertificate, hookHost } from '../../testing/hookCertificate.ts';
import { hookServer } from '../../testing/hookServer.ts';
import { DeliveryError } from '../deliveryError.ts';
import { openPost, type Post } from './post.ts';

const inside = { privateNets: true };
const outside = { privateNets: false };
const loopback = () => Promise.resolve([{ address: '127.0.0.1', family: 4 }]);

/** The error of a delivery that must fail. */
async function errorOf(work: Promise<void>): Promise<DeliveryError> {
  const error: unknown = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof DeliveryError) return error;
  throw new Error(`expected a DeliveryError, got ${String(error)}`);
}
const send = (post: Post, url: string) => post(url, { 'webhook-id': 'msg_1' }, '{"says":"✓"}');

describe('an endpoint', () => {
  test('gets the body whole, as JSON, with its headers', async () => {
    await using hook = await hookServer();
    await send(openPost(inside), hook.url);
    expect(hook.received).toMatchObject([
      {
        body: '{"says":"✓"}',
        headers: { 'content-type': 'application/json', 'content-length': '14', 'webhook-id': 'msg_1' },
      },
    ]);
  });

  test.each([301, 302, 307, 308])('that answers %i is not followed', async (status) => {
    await using other = await hookServer();
    await using hook = await hookServer((response) => response.writeHead(status, { location: other.url }).end());
    const error = await errorOf(send(openPost(inside), hook.url));
    expect(error).toMatchObject({ message: `The endpoint answered ${status}.`, permanent: false });
    expect(other.connections()).toBe(0);
  });

  test.each([
    [400, false],
    [429, false],
    [500, false],
    [503, false],
    [410, true],
  ])('that answers %i has not taken it; for good: %s', async (status, permanent) => {
    await using hook = await hookServer((response) => response.writeHead(status).end('Rosa Example, by name'));
    const error = await errorOf(send(openPost(inside), hook.url));
    expect(error).toMatchObject({ message: `The endpoint answered ${status}.`, permanent });
  });

  test('that says nothing is waited for no longer than the limit', async () => {
    await using hook = await hookServer(() => {});
    const error = await errorOf(send(openPost(inside, { limit: 100 }), hook.url));
    expect(error).toMatchObject({ message: 'The endpoint did not answer within 0.1 s.', permanent: false });
  });

  test('that goes on talking is cut off, and has taken it', async () => {
    const cut = Promise.withResolvers<void>();
    let written = 0;
    await using hook = await hookServer((response) => {
      response.writeHead(200);
      const more = () => {
        written += 50_000;
        response.write('x'.repeat(50_000));
      };
      response.on('drain', more);
      response.once('close', cut.resolve);
      for (let times = 0; times < 20; times += 1) more();
    });
    await send(openPost(inside), hook.url);
    await cut.promise;
    // What lies in buffers, and nothing like what can be said until the time is up.
    expect(written).toBeLessThan(20_000_000);
  });

  test('that answers and never ends is not waited for beyond the limit, and has taken it', async () => {
    await using hook = await hookServer((response) => void response.writeHead(202).write('.'));
    await send(openPost(inside, { limit: 300 }), hook.url);
    expect(hook.received).toHaveLength(1);
  });

  test('that breaks off, or is not there, could not be reached', async () => {
    const hook = await hookServer((response) => response.destroy());
    expect((await errorOf(send(openPost(inside), hook.url))).message).toBe(
      'The endpoint could not be reached (ECONNRESET).',
    );
    await hook[Symbol.asyncDispose]();
    expect((await errorOf(send(openPost(inside), hook.url))).message).toBe(
      'The endpoint could not be reached (ECONNREFUSED).',
    );
  });
});

describe('a host name', () => {
  test('that leads to this machine, or to it among others, is refused before anything is connected', async () => {
    await using hook = await hookServer(undefined, { secure: true });
    const url = `https://${hookHost}:${hook.port}/hook`;
    const among = () =>
      Promise.resolve([
        { address: '8.8.8.8', family: 4 },
        { address: '127.0.0.1', family: 4 },
      ]);
    for (const resolve of [loopback, among]) {
      const error = await errorOf(send(openPost(outside, { resolve }), url));
      expect(error.message).toMatch(/leads into a private network/);
    }
    const mapped = () => Promise.resolve([{ address: '::ffff:127.0.0.1', family: 6 }]);
    expect((await errorOf(send(openPost(outside, { resolve: mapped }), url))).message).toMatch(/private network/);
    expect(hook.connections()).toBe(0);
  });

  test('is refused as an address too, and over http where that is not this machine', async () => {
    await using hook = await hookServer();
    expect((await errorOf(send(openPost(outside), hook.url))).message).toMatch(/must begin with https/);
    expect((await errorOf(send(openPost(outside), `https://127.0.0.1:${hook.port}/`))).message).toMatch(/private/);
    const abroad = () => Promise.resolve([{ address: '10.0.0.1', family: 4 }]);
    const error = await errorOf(send(openPost(inside, { resolve: abroad }), `http://localhost:${hook.port}/`));
    expect(error.message).toMatch(/private network/);
    expect(hook.connections()).toBe(0);
  });

  test('is looked up once, and connected to where it was found; the certificate is checked for the name', async () => {
    await using hook = await hookServer(undefined, { secure: true });
    const asked: string[] = [];
    const resolve = (host: string) => {
      asked.push(host);
      return loopback();
    };
    const post = openPost(inside, { resolve });
    const url = `https://${hookHost}:${hook.port}/hook`;
    expect((await errorOf(send(post, url))).message).toMatch(/could not be reached \(DEPTH_ZERO_SELF_SIGNED_CERT\)/);
    const trusted = getCACertificates('default');
    setDefaultCACertificates([...trusted, hookCertificate.cert]);
    try {
      await send(post, url);
      expect((await errorOf(send(post, `https://other.example.org:${hook.port}/`))).message).toMatch(/ALTNAME_INVALID/);
    } finally {
      setDefaultCACertificates(trusted);
    }
    expect(hook.received.map(({ headers }) => headers['host'])).toEqual([`${hookHost}:${hook.port}`]);
    expect(asked).toEqual([hookHost, hookHost, 'other.example.org']);
  });

  test('that nobody knows, or about which nobody answers, is an error of delivery', async () => {
    const unknown = () => Promise.reject(new Error('ENOTFOUND'));
    const silent = () => once(new EventTarget(), 'never').then(loopback);
    const none = () => Promise.resolve([]);
    const url = `https://${hookHost}/`;
    expect((await errorOf(send(openPost(outside, { resolve: unknown }), url))).message).toMatch(
      /could not be looked up/,
    );
    expect((await errorOf(send(openPost(outside, { resolve: none }), url))).message).toMatch(/has no address/);
    expect((await errorOf(send(openPost(outside, { resolve: silent, limit: 100 }), url))).message).toMatch(
      /did not answer/,
    );
  });
});
