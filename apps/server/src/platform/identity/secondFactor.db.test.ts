import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { authenticator } from '../../testing/authenticator.ts';
import { browser, refusalOf, setUpOf, type Browser } from '../../testing/browser.ts';
import { identityWorld } from '../../testing/identityWorld.ts';

const password = 'a long enough password';
const rosa = { name: 'Rosa Lind', email: 'rosa@example.org', password };
const credentials = { email: rosa.email, password };
const auth = (path: string) => `/api/auth/${path}`;

async function open() {
  const world = await identityWorld();
  const made = await world.identity.createPerson(rosa);
  if (!made.ok) throw new Error(made.says);
  const visit = () => browser((request) => world.identity.handler(request, '192.0.2.1'));
  const here = visit();
  await here.post(auth('sign-in/email'), credentials);
  const factorOf = async (one: Browser) => (await world.identity.session(one.headers()))?.secondFactor;
  /** Sets up an authenticator and confirms it. */
  const enrolled = async () => {
    const shown = await setUpOf(await here.post(auth('two-factor/enable'), { password }));
    const app = authenticator(shown.totpURI);
    const confirmed = await here.post(auth('two-factor/verify-totp'), { code: await app.code() });
    expect(confirmed.status).toBe(200);
    return { app, codes: shown.backupCodes };
  };
  /** A browser in which the password was right and the code is still to come. */
  const halfway = async () => {
    const one = visit();
    const answer = await one.post(auth('sign-in/email'), credentials);
    expect(await answer.json()).toMatchObject({ twoFactorRedirect: true });
    return one;
  };
  return { ...world, id: made.id, here, visit, factorOf, enrolled, halfway };
}

describe('setting up an authenticator', () => {
  test('shows a secret for Assay and the person, ten backup codes, and counts once it is confirmed with a code', async () => {
    await using at = await open();
    const shown = await setUpOf(await at.here.post(auth('two-factor/enable'), { password }));
    expect(shown.totpURI).toMatch(/^otpauth:\/\/totp\/Assay:rosa/);
    expect(new Set(shown.backupCodes).size).toBe(10);
    expect(await at.factorOf(at.here)).toEqual({ enrolled: false, passedAt: null });

    const app = authenticator(shown.totpURI);
    const wrong = await at.here.post(auth('two-factor/verify-totp'), { code: await app.wrong() });
    expect(await refusalOf(wrong)).toMatchObject({
      status: 401,
      message: expect.stringContaining('Wait for the next'),
    });
    expect(await at.factorOf(at.here)).toEqual({ enrolled: false, passedAt: null });

    await at.here.post(auth('two-factor/verify-totp'), { code: await app.code() });
    expect(await at.factorOf(at.here)).toEqual({ enrolled: true, passedAt: expect.any(String) });
    expect(await at.identity.backupCodes(at.id)).toBe(10);
  });

  test('needs the password, and nobody who is signed out can', async () => {
    await using at = await open();
    expect(await refusalOf(await at.here.post(auth('two-factor/enable'), { password: 'not it' }))).toMatchObject({
      status: 400,
      code: 'INVALID_PASSWORD',
    });
    expect((await at.visit().post(auth('two-factor/enable'), { password })).status).toBe(401);
    expect(await at.identity.backupCodes(at.id)).toBeNull();
  });

  test('keeps neither secret nor backup codes readable in the database', async () => {
    await using at = await open();
    const { codes } = await at.enrolled();
    const { rows } = await sql`select * from "twoFactor"`.execute(at.db);
    expect(rows).toHaveLength(1);
    const stored = JSON.stringify(rows);
    expect(codes.filter((code) => stored.includes(code))).toEqual([]);
  });
});

describe('an authenticator that was never confirmed', () => {
  test('is passed by none of its backup codes, or a password alone would do', async () => {
    await using at = await open();
    const shown = await setUpOf(await at.here.post(auth('two-factor/enable'), { password }));
    const tried = await at.here.post(auth('two-factor/verify-backup-code'), { code: shown.backupCodes[0] });
    expect(tried.status).toBe(400);
    expect(await at.factorOf(at.here)).toEqual({ enrolled: false, passedAt: null });
    const other = at.visit();
    expect(await (await other.post(auth('sign-in/email'), credentials)).json()).not.toHaveProperty('twoFactorRedirect');
    expect(await at.factorOf(other)).toEqual({ enrolled: false, passedAt: null });
  });
});

describe('signing in with an authenticator', () => {
  test('the password alone opens no session', async () => {
    await using at = await open();
    await at.enrolled();
    const one = await at.halfway();
    expect(await at.identity.session(one.headers())).toBeNull();
    expect([...one.jar.keys()]).toEqual(['assay.two_factor']);
  });

  test('password and code do, and the session knows it', async () => {
    await using at = await open();
    const { app } = await at.enrolled();
    const one = await at.halfway();
    const answer = await one.post(auth('two-factor/verify-totp'), { code: await app.code() });
    expect(answer.status).toBe(200);
    expect(await at.factorOf(one)).toEqual({ enrolled: true, passedAt: expect.any(String) });
  });

  test('a wrong code is refused and counted, and the fifth ends the attempt', async () => {
    await using at = await open();
    const { app } = await at.enrolled();
    const one = await at.halfway();
    const counted = async () => {
      const { rows } = await sql<{ many: number }>`select "failedVerificationCount" as many from "twoFactor"`.execute(
        at.db,
      );
      return rows[0]?.many;
    };
    for (let tries = 1; tries <= 5; tries += 1) {
      const refused = await one.post(auth('two-factor/verify-totp'), { code: await app.wrong() });
      expect(refused.status).toBe(401);
      expect(await counted()).toBe(tries);
    }
    const late = await refusalOf(await one.post(auth('two-factor/verify-totp'), { code: await app.code() }));
    expect(late).toMatchObject({ status: 400, message: 'Too many wrong codes. Sign in with your password again.' });
    expect(await at.identity.session(one.headers())).toBeNull();

    const again = await at.halfway();
    await again.post(auth('two-factor/verify-totp'), { code: await app.code() });
    expect(await counted()).toBe(0);
  });

  test('no device is trusted to go without a code, whatever the request asks', async () => {
    await using at = await open();
    const { app } = await at.enrolled();
    const one = await at.halfway();
    await one.post(auth('two-factor/verify-totp'), { code: await app.code(), trustDevice: true });
    await one.post(auth('sign-out'));
    const next = await one.post(auth('sign-in/email'), credentials);
    expect(await next.json()).toMatchObject({ twoFactorRedirect: true });
  });

  test('a backup code works once, and one fewer is left', async () => {
    await using at = await open();
    const { codes } = await at.enrolled();
    const [code = ''] = codes;
    const one = await at.halfway();
    expect((await one.post(auth('two-factor/verify-backup-code'), { code })).status).toBe(200);
    expect(await at.factorOf(one)).toEqual({ enrolled: true, passedAt: expect.any(String) });
    expect(await at.identity.backupCodes(at.id)).toBe(9);

    const two = await at.halfway();
    const again = await refusalOf(await two.post(auth('two-factor/verify-backup-code'), { code }));
    expect(again).toMatchObject({ status: 401, message: expect.stringContaining('or it has been used') });
    expect(await at.identity.session(two.headers())).toBeNull();
  });
});

describe('a session from before the authenticator', () => {
  async function older() {
    const at = await open();
    const there = at.visit();
    await there.post(auth('sign-in/email'), credentials);
    return { ...at, there, ...(await at.enrolled()) };
  }

  test('has not passed it, and passes it with a code', async () => {
    await using at = await older();
    expect(await at.factorOf(at.there)).toEqual({ enrolled: true, passedAt: null });
    expect((await at.there.post(auth('two-factor/verify-totp'), { code: await at.app.wrong() })).status).toBe(401);
    expect(await at.factorOf(at.there)).toEqual({ enrolled: true, passedAt: null });
    await at.there.post(auth('two-factor/verify-totp'), { code: await at.app.code() });
    expect(await at.factorOf(at.there)).toEqual({ enrolled: true, passedAt: expect.any(String) });
  });

  test('is delayed after wrong codes, as a guesser in a stolen session would be', async () => {
    await using at = await older();
    for (let tries = 0; tries < 5; tries += 1)
      await at.there.post(auth('two-factor/verify-totp'), { code: await at.app.wrong() });
    const right = await at.there.post(auth('two-factor/verify-totp'), { code: await at.app.code() });
    expect(right.headers.get('retry-after')).toBe('15');
    expect(await refusalOf(right)).toMatchObject({ status: 429, message: expect.stringContaining('in 15 seconds') });
    at.clock.now += 15_000;
    expect((await at.there.post(auth('two-factor/verify-totp'), { code: await at.app.code() })).status).toBe(200);
  });

  test.each([
    ['two-factor/disable', { password }],
    ['two-factor/generate-backup-codes', { password }],
    ['change-password', { currentPassword: password, newPassword: 'another long password' }],
  ])('may not POST %s before that', async (path, body) => {
    await using at = await older();
    expect(await refusalOf(await at.there.post(auth(path), body))).toMatchObject({
      status: 403,
      code: 'SECOND_FACTOR_MISSING',
    });
    expect((await at.here.post(auth(path), body)).status).toBe(200);
  });
});

describe('an authenticator that is there', () => {
  test('is turned off with the password, and another can be set up', async () => {
    await using at = await open();
    await at.enrolled();
    expect((await at.here.post(auth('two-factor/disable'), { password: 'not it' })).status).toBe(400);
    expect((await at.here.post(auth('two-factor/enable'), { password })).status).toBe(400);
    expect((await at.here.post(auth('two-factor/disable'), { password })).status).toBe(200);
    expect(await at.factorOf(at.here)).toEqual({ enrolled: false, passedAt: null });
    await at.enrolled();
    expect(await at.factorOf(at.here)).toEqual({ enrolled: true, passedAt: expect.any(String) });
  });

  test('turned off, it is passed by no other session either', async () => {
    await using at = await open();
    const { app } = await at.enrolled();
    const other = await at.halfway();
    await other.post(auth('two-factor/verify-totp'), { code: await app.code() });
    await at.here.post(auth('two-factor/disable'), { password });
    expect(await at.factorOf(other)).toEqual({ enrolled: false, passedAt: null });
  });

  test('stays passed where the password is changed and the other sessions end', async () => {
    await using at = await open();
    const { app } = await at.enrolled();
    const other = await at.halfway();
    await other.post(auth('two-factor/verify-totp'), { code: await app.code() });
    const change = { currentPassword: password, newPassword: 'another long password', revokeOtherSessions: true };
    expect((await at.here.post(auth('change-password'), change)).status).toBe(200);
    expect(await at.factorOf(at.here)).toEqual({ enrolled: true, passedAt: expect.any(String) });
    expect(await at.identity.session(other.headers())).toBeNull();
  });

  test('new backup codes replace the old ones', async () => {
    await using at = await open();
    const { codes } = await at.enrolled();
    expect((await at.here.post(auth('two-factor/generate-backup-codes'), { password })).status).toBe(200);
    const one = await at.halfway();
    expect((await one.post(auth('two-factor/verify-backup-code'), { code: codes[0] })).status).toBe(401);
  });

  test('is taken away for somebody who lost it, and their sessions end', async () => {
    await using at = await open();
    await at.enrolled();
    await at.identity.forgetSecondFactor(at.id);
    expect(await at.identity.session(at.here.headers())).toBeNull();
    const one = at.visit();
    expect((await one.post(auth('sign-in/email'), credentials)).status).toBe(200);
    expect(await at.factorOf(one)).toEqual({ enrolled: false, passedAt: null });
    expect(await at.identity.backupCodes(at.id)).toBeNull();
  });

  test('a new password from an invitation does not pass it', async () => {
    await using at = await open();
    const { app } = await at.enrolled();
    const link = await at.identity.invitationLink(at.id);
    const chosen = 'a password from an invitation';
    await at.identity.acceptInvitation(link.split('/').at(-1) ?? '', chosen);
    const one = at.visit();
    const answer = await one.post(auth('sign-in/email'), { email: rosa.email, password: chosen });
    expect(await answer.json()).toMatchObject({ twoFactorRedirect: true });
    await one.post(auth('two-factor/verify-totp'), { code: await app.code() });
    expect((await at.factorOf(one))?.passedAt).not.toBeNull();
  });
});

describe('proving again who acts', () => {
  test('works by password, by code, or by both, and nothing shown proves nothing', async () => {
    await using at = await open();
    const { app } = await at.enrolled();
    const code = await app.code();
    const wrong = await app.wrong();
    const proves = async (shown: { password?: string; totp?: string }) => (await at.identity.prove(at.id, shown)).ok;
    expect(await proves({ password })).toBe(true);
    expect(await proves({ totp: code })).toBe(true);
    expect(await proves({ password, totp: code })).toBe(true);
    expect(await proves({ password, totp: wrong })).toBe(false);
    expect(await proves({ password: 'not it', totp: code })).toBe(false);
    expect(await proves({})).toBe(false);
    expect((await at.identity.prove('nobody', { totp: code })).ok).toBe(false);
  });

  test('a secret that was never confirmed proves nothing', async () => {
    await using at = await open();
    const shown = await setUpOf(await at.here.post(auth('two-factor/enable'), { password }));
    const code = await authenticator(shown.totpURI).code();
    expect(await at.identity.prove(at.id, { totp: code })).toMatchObject({ ok: false, error: 'notProved' });
  });

  test('wrong ones are counted, and delay the next', async () => {
    await using at = await open();
    for (let tries = 0; tries < 5; tries += 1) await at.identity.prove(at.id, { password: 'not it' });
    expect(await at.identity.prove(at.id, { password })).toMatchObject({
      error: 'tooManyAttempts',
      retryAfterSeconds: 15,
    });
    at.clock.now += 15_000;
    expect(await at.identity.prove(at.id, { password })).toEqual({ ok: true });
  });
});
