import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { app } from '../app.ts';
import { kinds } from '../testing/databases.ts';
import { cookiesOf } from '../testing/identityWorld.ts';
import { allProcedures } from '../testing/procedures.ts';
import { openWorld, password, type TestWorld } from '../testing/world.ts';
import { arbitraryOf } from './arbitrary.ts';
import { setStage } from './stage.ts';

/** On each of the two databases. */
const requests = 5_000;
const origin = 'http://127.0.0.1:4310';

describe.each(kinds)('fuzzed requests on %s', (kind) => {
  let at: TestWorld;
  let http: ReturnType<typeof app>;
  let cookies: string[];
  let real: string[];
  const statuses = new Map<number, number>();

  beforeAll(async () => {
    at = await openWorld(kind, {
      ASSAY_SECOND_FACTOR: 'optional',
      ASSAY_LIMIT_ACCOUNT: '999999',
      ASSAY_LIMIT_ADDRESS: '999999',
    });
    const { emails } = await setStage(at, 1, 3);
    await at.register('Nobody Test', 'south', []);
    await writeFile(join(at.place.path, 'index.html'), '<!doctype html><title>Assay</title>');
    http = app(at.world, at.place.path);
    cookies = [''];
    for (const email of [...Object.values(emails), 'nobody.test@test.example']) cookies.push(await signIn(email));
    const streams = await at.world.db.selectFrom('stream').select('id').limit(200).execute();
    const people = await at.world.db.selectFrom('user').select('id').execute();
    real = [...streams, ...people].map(({ id }) => id);
  });
  afterAll(() => at[Symbol.asyncDispose]());

  const ask = (path: string, init: RequestInit) =>
    http.request(path, init, { incoming: { socket: { remoteAddress: '127.0.0.1' } } });

  async function signIn(email: string): Promise<string> {
    const answer = await ask('/api/auth/sign-in/email', {
      method: 'POST',
      headers: { origin, 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    });
    return cookiesOf(answer);
  }

  const facts = async () =>
    Number(
      (
        await at.world.db
          .selectFrom('fact')
          .select(({ fn }) => fn.countAll().as('many'))
          .executeTakeFirst()
      )?.many,
    );

  /** Sends a request and says what is wrong with the answer, if something is. */
  async function flawOf(path: string, init: RequestInit): Promise<string | null> {
    const before = await facts();
    const answer = await ask(path, init);
    const body = await answer.text();
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
    if (answer.status >= 500) return `${answer.status}: ${body}`;
    return answer.status >= 400 && (await facts()) !== before ? `${answer.status} and something was written` : null;
  }

  test(`${requests} inputs that fit their schemas, or nearly: no failure, and no change but by what is accepted`, async () => {
    const procedures = allProcedures().filter(({ type }) => type !== 'subscription');
    const request = fc.constantFrom(...procedures).chain(({ path, type, input }) =>
      fc.record({
        path: fc.constant(path),
        type: fc.constant(type),
        input: input === null ? fc.constant(undefined) : arbitraryOf(input, real),
        cookie: fc.constantFrom(...cookies),
      }),
    );
    await fc.assert(
      fc.asyncProperty(request, async ({ path, type, input, cookie }) => {
        const json = JSON.stringify(input, (_key, value: unknown) =>
          typeof value === 'bigint' ? String(value) : value,
        );
        const asked = type === 'query' && json !== undefined ? `?input=${encodeURIComponent(json.toWellFormed())}` : '';
        const init =
          type === 'query'
            ? { headers: { cookie } }
            : {
                method: 'POST',
                headers: { origin, cookie, 'content-type': 'application/json' },
                ...(json === undefined ? {} : { body: json }),
              };
        expect(await flawOf(`/api/trpc/${path}${asked}`, init)).toBe(null);
      }),
      { numRuns: requests - requests / 5, seed: 4310, endOnFailure: true },
    );
    // It went in deep: answered, malformed, signed out, not theirs, not there, refused by a rule.
    for (const status of [200, 400, 401, 403, 404, 422]) expect(statuses.get(status) ?? 0).toBeGreaterThan(9);
  }, 600_000);

  test('raw bytes to any address: no failure and no change', async () => {
    const paths = [
      '/api/trpc/evidence.write',
      '/api/trpc/session.me,session.notices',
      '/api/trpc/..%2f..%2fetc',
      '/api/auth/sign-in/email',
      '/api/welcome',
      '/api/setup',
      '/api/files?name=x.pdf',
      '/api/demo/sign-in',
      '/healthz',
    ];
    const request = fc.record({
      path: fc.oneof(
        fc.constantFrom(...paths),
        fc.webPath().map((path) => `/${path}`),
      ),
      method: fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD'),
      cookie: fc.constantFrom(...cookies),
      type: fc.constantFrom(
        'application/json',
        'text/plain',
        'multipart/form-data; boundary=x',
        'application/x-www-form-urlencoded',
      ),
      body: fc.uint8Array({ maxLength: 2_000 }),
    });
    await fc.assert(
      fc.asyncProperty(request, async ({ path, method, cookie, type, body }) => {
        const reads = method === 'GET' || method === 'HEAD';
        const init = {
          method,
          headers: { origin, cookie, 'content-type': type },
          ...(reads ? {} : { body: new Uint8Array(body) }),
        };
        expect(await flawOf(path, init)).toBe(null);
      }),
      { numRuns: requests / 5, seed: 4311, endOnFailure: true },
    );
  }, 600_000);
});
