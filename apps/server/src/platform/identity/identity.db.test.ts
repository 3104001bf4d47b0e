import { describe, expect, test } from 'vitest';
import { cookiesOf, identityWorld, post, testUrl } from '../../testing/identityWorld.ts';

const rosa = { name: 'Rosa Lind', email: 'rosa@example.org', password: 'a long enough password' };
const signIn = (email: string, password: string) => post('/api/auth/sign-in/email', { email, password });

describe('signing in', () => {
  test('a person signs in with e-mail and password and is known by the cookie', async () => {
    await using world = await identityWorld();
    const made = await world.identity.createPerson(rosa);
    expect(made).toEqual({ ok: true, id: expect.any(String) });

    const response = await world.identity.handler(signIn(rosa.email, rosa.password), '192.0.2.1');
    expect(response.status).toBe(200);
    const session = await world.identity.session(new Headers({ cookie: cookiesOf(response) }));
    expect(session).toEqual({
      person: { id: made.ok && made.id, name: rosa.name, email: rosa.email },
      sessionId: expect.any(String),
      secondFactor: { enrolled: false, passedAt: null },
      provedAt: null,
    });
  });

  test('a wrong password and an unknown e-mail get the same answer and no cookie', async () => {
    await using world = await identityWorld();
    await world.identity.createPerson(rosa);
    const wrong = await world.identity.handler(signIn(rosa.email, 'not the password'), null);
    const unknown = await world.identity.handler(signIn('nobody@example.org', 'whatever'), null);
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect(await wrong.text()).toBe(await unknown.text());
    expect(wrong.headers.getSetCookie()).toEqual([]);
  });

  test('signing out ends the session in the database, not only in the browser', async () => {
    await using world = await identityWorld();
    await world.identity.createPerson(rosa);
    const cookie = cookiesOf(await world.identity.handler(signIn(rosa.email, rosa.password), null));
    await world.identity.handler(post('/api/auth/sign-out', {}, { cookie }), null);
    expect(await world.identity.session(new Headers({ cookie }))).toBeNull();
  });

  test('a person changes the password and ends the other sessions', async () => {
    await using world = await identityWorld();
    await world.identity.createPerson(rosa);
    const enter = async () => cookiesOf(await world.identity.handler(signIn(rosa.email, rosa.password), null));
    const [here, elsewhere] = [await enter(), await enter()];
    const change = { currentPassword: rosa.password, newPassword: 'another long password', revokeOtherSessions: true };
    const response = await world.identity.handler(post('/api/auth/change-password', change, { cookie: here }), null);
    expect(response.status).toBe(200);
    expect(await world.identity.session(new Headers({ cookie: cookiesOf(response) }))).not.toBeNull();
    expect(await world.identity.session(new Headers({ cookie: elsewhere }))).toBeNull();
  });

  test('a new password is asked what a first one is asked', async () => {
    await using world = await identityWorld();
    await world.identity.createPerson(rosa);
    const cookie = cookiesOf(await world.identity.handler(signIn(rosa.email, rosa.password), null));
    const change = (newPassword: string) =>
      world.identity.handler(
        post('/api/auth/change-password', { currentPassword: rosa.password, newPassword }, { cookie }),
        null,
      );
    for (const [password, code] of [
      ['rosa@example.org', 'passwordTooCommon'],
      ['short', 'passwordTooShort'],
    ] as const) {
      const refused = await change(password);
      expect(refused.status).toBe(422);
      expect(await refused.json()).toMatchObject({ code });
    }
    const wrong = post(
      '/api/auth/change-password',
      { currentPassword: 'not the password', newPassword: 'another long password' },
      { cookie },
    );
    expect(await (await world.identity.handler(wrong, null)).json()).toMatchObject({ code: 'INVALID_PASSWORD' });
    expect((await change('another long password')).status).toBe(200);
  });

  test('a cookie that was tampered with is nobody', async () => {
    await using world = await identityWorld();
    await world.identity.createPerson(rosa);
    const cookie = cookiesOf(await world.identity.handler(signIn(rosa.email, rosa.password), null));
    const forged = cookie.replace(/\.[^.]{6}/, '.AAAAAA');
    expect(await world.identity.session(new Headers({ cookie: forged }))).toBeNull();
    expect(await world.identity.session(new Headers())).toBeNull();
  });

  test('the cookie is httpOnly and lax, and secure exactly when the public address is https', async () => {
    for (const url of [testUrl, 'https://assay.example.org']) {
      await using world = await identityWorld({ url });
      await world.identity.createPerson(rosa);
      const request = signIn(rosa.email, rosa.password);
      request.headers.set('origin', url);
      const response = await world.identity.handler(request, null);
      const cookie = response.headers.getSetCookie().join('\n');
      expect(cookie).toMatch(/HttpOnly/i);
      expect(cookie).toMatch(/SameSite=Lax/i);
      expect(/; Secure/i.test(cookie)).toBe(url.startsWith('https'));
    }
  });

  test('a page of another site cannot sign anybody in', async () => {
    await using world = await identityWorld();
    await world.identity.createPerson(rosa);
    const request = signIn(rosa.email, rosa.password);
    request.headers.set('origin', 'https://elsewhere.example');
    request.headers.set('cookie', 'any=1');
    expect((await world.identity.handler(request, null)).status).toBe(403);
  });

  test('twenty attempts a minute from one address are the most, and others are not locked out', async () => {
    await using world = await identityWorld();
    let forged = 0;
    const attempt = (address: string) => {
      // Not even an e-mail address, so that no password is hashed and the test is quick.
      const request = signIn('nobody', 'short');
      // What a client says about its own address counts for nothing.
      request.headers.set('x-assay-client-address', '203.0.113.9');
      request.headers.set('x-forwarded-for', `203.0.113.${(forged += 1)}`);
      return world.identity.handler(request, address);
    };
    const statuses: number[] = [];
    for (let count = 0; count < 21; count += 1) statuses.push((await attempt('192.0.2.1')).status);
    expect(statuses.slice(0, 20).every((status) => status === 400)).toBe(true);
    expect(statuses[20]).toBe(429);
    expect((await attempt('192.0.2.2')).status).toBe(400);
  });
});

describe('what is closed', () => {
  test('nobody can make an account for themselves', async () => {
    await using world = await identityWorld();
    const response = await world.identity.handler(post('/api/auth/sign-up/email', rosa), null);
    expect(response.status).toBe(404);
    expect(await world.db.selectFrom('user').select('id').execute()).toEqual([]);
  });

  test.each([
    'sign-in/social',
    'callback/oidc',
    'revoke-session',
    'two-factor/send-otp',
    'two-factor/verify-otp',
    'two-factor/get-totp-uri',
    'update-session',
    'update-user',
    'change-email',
    'delete-user',
    'request-password-reset',
    'reset-password',
    'organization/create',
    'link-social',
    'assay-demo',
    'sign-in-as',
    'sign-in/email/',
    '../auth/sign-up/email',
  ])('POST /api/auth/%s is not there', async (path) => {
    await using world = await identityWorld({ demo: true });
    const response = await world.identity.handler(post(`/api/auth/${path}`, {}), null);
    expect(response.status).toBe(404);
  });
});

describe('people', () => {
  test('an e-mail belongs to one account, whatever its case, even when two are made at once', async () => {
    await using world = await identityWorld();
    const both = await Promise.all([
      world.identity.createPerson(rosa),
      world.identity.createPerson({ ...rosa, email: ' ROSA@Example.org' }),
    ]);
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    expect(both.find((one) => !one.ok)).toMatchObject({ error: 'emailTaken' });
  });

  test.each([
    [{ ...rosa, password: 'short' }, 'passwordTooShort'],
    [{ ...rosa, password: 'x'.repeat(129) }, 'passwordTooLong'],
    [{ ...rosa, password: 'Password1234' }, 'passwordTooCommon'],
    [{ ...rosa, password: 'manchesterunited' }, 'passwordTooCommon'],
    [{ ...rosa, password: 'qwertyuiop[]' }, 'passwordTooCommon'],
    [{ ...rosa, password: 'abcabcabcabcabc' }, 'passwordTooCommon'],
    [{ ...rosa, password: 'rosa@example.org' }, 'passwordTooCommon'],
    [{ ...rosa, password: 'Rosa Lind 2026' }, 'passwordTooCommon'],
    [{ ...rosa, email: 'rosa' }, 'emailInvalid'],
    [{ ...rosa, name: ' ' }, 'nameMissing'],
  ])('a person who cannot be made is refused with a reason: %#', async (input, error) => {
    await using world = await identityWorld();
    expect(await world.identity.createPerson(input)).toMatchObject({ ok: false, error });
  });

  test('people are looked up by id, and unknown ids are absent', async () => {
    await using world = await identityWorld();
    const made = await world.identity.createPerson({ name: 'Ann', email: 'ann@example.org' });
    const id = made.ok ? made.id : '';
    const found = await world.identity.people([id, id, 'nobody']);
    expect([...found]).toEqual([[id, { id, name: 'Ann', email: 'ann@example.org' }]]);
    expect((await world.identity.people([])).size).toBe(0);
  });

  test('a person proves the password again before a sign-off', async () => {
    await using world = await identityWorld();
    const made = await world.identity.createPerson(rosa);
    const id = made.ok ? made.id : '';
    expect(await world.identity.verifyPassword(id, rosa.password)).toBe(true);
    expect(await world.identity.verifyPassword(id, 'another password')).toBe(false);
    expect(await world.identity.verifyPassword('nobody', rosa.password)).toBe(false);
  });
});

describe('invitations', () => {
  async function invited() {
    const world = await identityWorld();
    const made = await world.identity.createPerson({ name: 'Ann', email: 'ann@example.org' });
    const id = made.ok ? made.id : '';
    const link = await world.identity.invitationLink(id);
    return { ...world, id, link, token: link.split('/').at(-1) ?? '' };
  }

  test('an invitation sets the first password, once', async () => {
    await using world = await invited();
    expect(world.link).toMatch(/^http:\/\/127\.0\.0\.1:4310\/welcome\/[\w-]{43}$/);
    const before = await world.identity.handler(signIn('ann@example.org', rosa.password), null);
    expect(before.status).toBe(401);

    const accepted = await world.identity.acceptInvitation(world.token, rosa.password);
    expect(accepted).toEqual({ ok: true, personId: world.id });
    const after = await world.identity.handler(signIn('ann@example.org', rosa.password), null);
    expect(after.status).toBe(200);

    const again = await world.identity.acceptInvitation(world.token, 'somebody else chooses');
    expect(again).toMatchObject({ ok: false, error: 'invitationUnknown' });
  });

  test('of two who open one invitation at once, one sets the password', async () => {
    await using world = await invited();
    const both = await Promise.all([
      world.identity.acceptInvitation(world.token, 'the first password'),
      world.identity.acceptInvitation(world.token, 'the second password'),
    ]);
    expect(both.filter((one) => one.ok)).toHaveLength(1);
  });

  test('a refused password leaves the invitation open', async () => {
    await using world = await invited();
    const short = await world.identity.acceptInvitation(world.token, 'short');
    expect(short).toMatchObject({ ok: false, error: 'passwordTooShort' });
    expect(await world.identity.acceptInvitation(world.token, rosa.password)).toMatchObject({
      ok: true,
    });
  });

  test('an invitation runs out after seven days', async () => {
    await using world = await invited();
    world.clock.now += 7 * 24 * 60 * 60 * 1000;
    const late = await world.identity.acceptInvitation(world.token, rosa.password);
    expect(late).toMatchObject({ ok: false, error: 'invitationUnknown' });
  });

  test('a newer invitation replaces the older one, and the database holds no token', async () => {
    await using world = await invited();
    await world.identity.invitationLink(world.id);
    const old = await world.identity.acceptInvitation(world.token, rosa.password);
    expect(old).toMatchObject({ ok: false, error: 'invitationUnknown' });
    const rows = await world.db.selectFrom('invitation').selectAll().execute();
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(world.token);
  });

  test('a password set anew ends the sessions that were open', async () => {
    await using world = await identityWorld();
    const made = await world.identity.createPerson(rosa);
    const cookie = cookiesOf(await world.identity.handler(signIn(rosa.email, rosa.password), null));
    const link = await world.identity.invitationLink(made.ok ? made.id : '');
    await world.identity.acceptInvitation(link.split('/').at(-1) ?? '', 'a new long password');
    expect(await world.identity.session(new Headers({ cookie }))).toBeNull();
  });

  test('an invitation for nobody is refused by the database', async () => {
    await using world = await identityWorld();
    await expect(world.identity.invitationLink('nobody')).rejects.toThrow(/FOREIGN KEY/);
  });
});

describe('the demo', () => {
  test('one click signs a demo person in', async () => {
    await using world = await identityWorld({ demo: true });
    const made = await world.identity.createPerson({ name: 'Ann', email: 'ann@example.org' });
    const id = made.ok ? made.id : '';
    const response = await world.identity.demo?.signInAs(id);
    const session = response && (await world.identity.session(new Headers({ cookie: cookiesOf(response) })));
    expect(session?.person.id).toBe(id);
    expect((await world.identity.demo?.signInAs('nobody'))?.status).toBe(404);
  });

  test('without the demo there is no such sign-in', async () => {
    await using world = await identityWorld({ demo: false });
    expect(world.identity.demo).toBeNull();
  });
});
