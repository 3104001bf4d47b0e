import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { browser, refusalOf, type Browser } from '../../testing/browser.ts';
import { identityWorld, testUrl } from '../../testing/identityWorld.ts';
import { signOnService, type Member } from '../../testing/signOnService.ts';
import { vouches } from './oidc.ts';

const rosa: Member = { sub: 'member-1', email: 'rosa@example.org', verified: true };
const begun = z.object({ url: z.string() });

let service: Awaited<ReturnType<typeof signOnService>>;
beforeAll(async () => {
  service = await signOnService();
});
afterAll(() => service[Symbol.asyncDispose]());

/** A world in which Rosa was invited; `opened` or not. */
async function open({ opened = true } = {}) {
  const world = await identityWorld({ oidc: service.settings });
  const made = await world.identity.createPerson({ name: 'Rosa Lind', email: rosa.email });
  if (!made.ok) throw new Error(made.says);
  const link = await world.identity.invitationLink(made.id);
  const token = link.split('/').at(-1) ?? '';
  if (opened) await world.identity.openInvitation(token);
  const visit = () => browser((request) => world.identity.handler(request, '192.0.2.1'));
  /** Where a browser is sent at the service. */
  const begin = async (one: Browser, to?: string) =>
    begun.parse(await (await one.post('/api/auth/sign-in/social', { to })).json()).url;
  /** Signs in through the service; answers where the browser ends up. */
  const enter = async (one: Browser, member: Member, to?: string) => {
    const answer = await one.get(await service.pass(member, await begin(one, to)));
    return answer.headers.get('location') ?? `no redirect but ${answer.status}`;
  };
  const personIn = async (one: Browser) => (await world.identity.session(one.headers()))?.person.id ?? null;
  return { ...world, id: made.id, token, visit, begin, enter, personIn };
}
const refusedWith = (location: string) => new URL(location).searchParams.get('error');

describe('signing in with the organisation’s own service', () => {
  test('lets in a person who was invited and opened the invitation, and brings them to the page they asked for', async () => {
    await using at = await open();
    const one = at.visit();
    expect(await at.enter(one, rosa, '/queue?part=2')).toBe(`${testUrl}/queue?part=2`);
    expect(await at.personIn(one)).toBe(at.id);
    expect((await at.identity.session(one.headers()))?.secondFactor).toEqual({ enrolled: false, passedAt: null });
    expect(at.identity.signOn).toEqual({ name: 'Harbour Training' });
  });

  test('uses the invitation up, and lets the person in again without one', async () => {
    await using at = await open();
    await at.enter(at.visit(), rosa);
    expect(await at.identity.acceptInvitation(at.token, 'a password for later')).toMatchObject({
      error: 'invitationUnknown',
    });
    const again = at.visit();
    await at.enter(again, rosa);
    expect(await at.personIn(again)).toBe(at.id);
  });

  test('refuses a person whom nobody invited, and makes no account', async () => {
    await using at = await open();
    const one = at.visit();
    const back = await at.enter(one, { ...rosa, sub: 'member-2', email: 'stranger@example.org' });
    expect(back.startsWith(`${testUrl}/sign-in?`)).toBe(true);
    expect(refusedWith(back)).toBe('signup_disabled');
    expect(await at.personIn(one)).toBeNull();
    expect(await at.db.selectFrom('user').select('id').execute()).toEqual([{ id: at.id }]);
  });

  test('refuses an address that the service has not verified: anybody could claim it', async () => {
    await using at = await open();
    const one = at.visit();
    expect(refusedWith(await at.enter(one, { ...rosa, verified: false }))).toBe('account_not_linked');
    expect(await at.personIn(one)).toBeNull();
  });

  test('refuses to tie somebody to an account that was made in their name and never opened', async () => {
    await using at = await open({ opened: false });
    const one = at.visit();
    expect(refusedWith(await at.enter(one, rosa))).toBe('account_not_linked');
    expect(await at.personIn(one)).toBeNull();
    expect((await sql`select id from account`.execute(at.db)).rows).toEqual([]);
  });

  test('knows a person by the service’s own id, so that an address that was given to another opens nothing', async () => {
    await using at = await open();
    await at.enter(at.visit(), rosa);
    const ann = await at.identity.createPerson({
      name: 'Ann',
      email: 'ann@example.org',
      password: 'a long enough one',
    });
    const one = at.visit();
    await at.enter(one, { ...rosa, email: 'ann@example.org' });
    expect(ann.ok && (await at.personIn(one))).toBe(at.id);
  });

  test('keeps none of the service’s tokens', async () => {
    await using at = await open();
    for (let times = 0; times < 2; times += 1) await at.enter(at.visit(), rosa);
    const { rows } = await sql`select "accessToken", "refreshToken", "idToken" from account`.execute(at.db);
    expect(rows).toEqual([{ accessToken: null, refreshToken: null, idToken: null }]);
  });
});

describe('the service’s second factor', () => {
  test.each([
    [{ amr: ['pwd', 'mfa'] }, true],
    [{ acr: 'loa3' }, true],
    [{ amr: ['pwd'], acr: 'loa1' }, false],
    [{}, false],
  ] as const)('%j counts: %s', async (how, counts) => {
    await using at = await open();
    const one = at.visit();
    await at.enter(one, { ...rosa, ...how });
    const session = await at.identity.session(one.headers());
    expect(session?.secondFactor.passedAt !== null).toBe(counts);
    // At the second sign-in there is an account already, and another way to it through better-auth.
    const again = at.visit();
    await at.enter(again, { ...rosa, ...how });
    expect((await at.identity.session(again.headers()))?.secondFactor.passedAt !== null).toBe(counts);
  });

  test('of one sign-in says nothing of the next', async () => {
    await using at = await open();
    await at.enter(at.visit(), { ...rosa, amr: ['mfa'] });
    const one = at.visit();
    await at.enter(one, { ...rosa, amr: ['pwd'] });
    expect((await at.identity.session(one.headers()))?.secondFactor.passedAt).toBeNull();
  });

  test('is read from no token that cannot be read', () => {
    expect(vouches('nonsense', ['mfa'])).toBe(false);
    const body = Buffer.from(JSON.stringify({ amr: 'mfa', acr: 3 })).toString('base64url');
    expect(vouches(`x.${body}.y`, ['mfa'])).toBe(false);
  });
});

describe('tampering', () => {
  test('a nonce that is not ours is refused', async () => {
    await using at = await open();
    const one = at.visit();
    const url = new URL(await at.begin(one));
    expect(url.searchParams.get('nonce')).toMatch(/.{16}/);
    url.searchParams.set('nonce', 'another');
    const back = await one.get(await service.pass(rosa, url.href));
    expect(refusedWith(back.headers.get('location') ?? '')).toBe('unable_to_get_user_info');
    expect(await at.personIn(one)).toBeNull();
  });

  test('a state that is not ours is refused, and so is a way back without one', async () => {
    await using at = await open();
    const one = at.visit();
    for (const state of ['another', null]) {
      const back = new URL(await service.pass(rosa, await at.begin(one)));
      if (state === null) back.searchParams.delete('state');
      else back.searchParams.set('state', state);
      const answer = await one.get(back.href);
      expect(refusedWith(answer.headers.get('location') ?? '')).toBe(
        state === null ? 'state_not_found' : 'state_mismatch',
      );
      expect(await at.personIn(one)).toBeNull();
    }
  });

  test('a way back that began in another browser is refused: nobody is signed in as somebody else by a link', async () => {
    await using at = await open();
    const attacker = at.visit();
    const victim = at.visit();
    const back = await service.pass(rosa, await at.begin(attacker));
    const answer = await victim.get(back);
    expect(refusedWith(answer.headers.get('location') ?? '')).toBe('state_mismatch');
    expect(await at.personIn(victim)).toBeNull();
  });

  test('a way back works once', async () => {
    await using at = await open();
    const one = at.visit();
    const back = await service.pass(rosa, await at.begin(one));
    await one.get(back);
    const again = at.visit();
    for (const [name, value] of one.jar) again.jar.set(name, value);
    again.jar.delete('assay.session_token');
    await again.get(back);
    expect(await at.personIn(again)).toBeNull();
  });

  test('a code that the service did not give is refused', async () => {
    await using at = await open();
    const one = at.visit();
    const back = new URL(await service.pass(rosa, await at.begin(one)));
    back.searchParams.set('code', 'invented');
    const answer = await one.get(back.href);
    expect(refusedWith(answer.headers.get('location') ?? '')).toBe('invalid_code');
    expect(await at.personIn(one)).toBeNull();
  });

  test('what a page adds to the question is not handed on: tokens, redirects, scopes', async () => {
    await using at = await open();
    const one = at.visit();
    const answer = await one.post('/api/auth/sign-in/social', {
      provider: 'google',
      idToken: { token: 'x' },
      callbackURL: 'https://elsewhere.example',
      scopes: ['offline_access'],
      to: '//elsewhere.example',
    });
    const url = new URL(begun.parse(await answer.json()).url);
    expect(url.origin).toBe(service.settings.issuer);
    expect(url.searchParams.get('scope')).toBe('openid email profile');
    const back = await one.get(await service.pass(rosa, url.href));
    expect(back.headers.get('location')).toBe(`${testUrl}/`);
  });
});

describe('without a service', () => {
  test('its addresses are not there', async () => {
    await using world = await identityWorld();
    const one = browser((request) => world.identity.handler(request, null));
    expect((await one.post('/api/auth/sign-in/social', {})).status).toBe(404);
    expect((await one.get('/api/auth/callback/oidc?code=x&state=y')).status).toBe(404);
    expect(world.identity.signOn).toBeNull();
  });

  test('one that is gone is told to whoever asks for it', async () => {
    const gone = await signOnService();
    await gone[Symbol.asyncDispose]();
    await using world = await identityWorld({ oidc: gone.settings });
    const one = browser((request) => world.identity.handler(request, null));
    expect(world.identity.signOn).toEqual({ name: 'Harbour Training' });
    expect(await refusalOf(await one.post('/api/auth/sign-in/social', {}))).toMatchObject({
      status: 404,
      message: expect.stringContaining('does not answer now'),
    });
  });
});
