import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { app } from '../app.ts';
import { cookiesOf } from '../testing/identityWorld.ts';
import { castOf } from '../testing/story.ts';
import { openWorld, password, type TestWorld } from '../testing/world.ts';

let at: TestWorld;
let cookie = '';
const origin = 'http://127.0.0.1:4310';

/** A server with these limits and the candidate's cookie. */
const limited = (limits: Partial<TestWorld['world']['settings']['limits']>) => {
  const { settings } = at.world;
  const http = app(
    { ...at.world, settings: { ...settings, limits: { ...settings.limits, ...limits } } },
    at.place.path,
  );
  return async (path: string, init: RequestInit = {}, headers: Record<string, string> = {}) => {
    const answer = await http.request(
      path,
      { ...init, headers: { origin, cookie, 'content-type': 'application/json', ...headers } },
      { incoming: { socket: { remoteAddress: '127.0.0.1' } } },
    );
    return { status: answer.status, wait: answer.headers.get('retry-after'), text: await answer.text() };
  };
};

beforeAll(async () => {
  at = await openWorld();
  const { candidateId } = await castOf(at);
  const link = await at.world.identity.invitationLink(candidateId);
  await at.world.identity.acceptInvitation(link.split('/').at(-1) ?? '', password);
  const body = JSON.stringify({ email: 'candidate.test@test.example', password });
  const answer = await app(at.world, at.place.path).request(
    '/api/auth/sign-in/email',
    { method: 'POST', headers: { origin, 'content-type': 'application/json' }, body },
    { incoming: { socket: { remoteAddress: '127.0.0.1' } } },
  );
  cookie = cookiesOf(answer);
});
afterAll(() => at[Symbol.asyncDispose]());

describe('one account', () => {
  test('that asks too often gets 429 with the seconds to wait, in the form that the portal reads', async () => {
    const ask = limited({ account: 3 });
    for (let n = 0; n < 3; n++) expect((await ask('/api/trpc/session.me')).status).toBe(200);
    const refused = await ask('/api/trpc/session.me');
    expect(refused).toMatchObject({ status: 429, wait: expect.stringMatching(/^(?:19|20)$/) });
    expect(JSON.parse(refused.text)).toMatchObject({
      error: { message: expect.stringContaining('Try again in'), data: { code: 'TOO_MANY_REQUESTS' } },
    });
    expect((await ask('/api/trpc/session.me', {}, { cookie: '' })).status).toBe(200);
  });

  test('pays for every call that it bundles, and may not bundle without end', async () => {
    const ask = limited({ account: 20 });
    const bundle = (many: number) =>
      ask(`/api/trpc/${Array.from({ length: many }, () => 'session.me').join(',')}?batch=1&input={}`);
    expect((await bundle(51)).status).toBe(400);
    expect((await bundle(20)).status).toBe(200);
    expect((await bundle(1)).status).toBe(429);
  });

  test('may guess a password ten times a minute, whatever else it may do', async () => {
    const ask = limited({});
    const guess = () =>
      ask('/api/trpc/moderation.signOff', { method: 'POST', body: JSON.stringify({ password: 'a guess' }) });
    for (let n = 0; n < 10; n++) expect((await guess()).status).toBe(400);
    expect((await guess()).status).toBe(429);
  });

  test('that uploads too often is told so in a sentence', async () => {
    const ask = limited({ uploads: 1 });
    const upload = () => ask('/api/files?name=notes.txt', { method: 'POST', body: 'some notes of mine' });
    expect((await upload()).status).toBe(201);
    const refused = await upload();
    expect(refused).toMatchObject({ status: 429, wait: expect.stringMatching(/^(?:59|60)$/) });
    expect(JSON.parse(refused.text)).toEqual({ error: expect.stringContaining('Try again in') });
  });
});
