import { describe, expect, test } from 'vitest';
import { browser, refusalOf } from '../../testing/browser.ts';
import { identityWorld } from '../../testing/identityWorld.ts';
import { beginAttempt, forget } from './proofDelay.ts';

const guessed = { subject: 'person:rosa', place: '' };
const rosa = { name: 'Rosa Lind', email: 'rosa@example.org', password: 'a long enough password' };

describe('a guesser', () => {
  test('waits after the fifth wrong one in a row, twice as long each time, and never more than 15 minutes', async () => {
    await using at = await identityWorld();
    let now = at.clock.now;
    const waits: number[] = [];
    for (let tries = 0; tries < 14; tries += 1) {
      const attempt = await beginAttempt(at.db, guessed, now);
      if (!attempt.ok) throw new Error(attempt.says);
      await attempt.settle('wrong');
      const next = await beginAttempt(at.db, guessed, now);
      if (next.ok) {
        waits.push(0);
        await next.settle('void');
      } else {
        waits.push(next.retryAfterSeconds);
        now += next.retryAfterSeconds * 1000;
      }
    }
    expect(waits).toEqual([0, 0, 0, 0, 15, 30, 60, 120, 240, 480, 900, 900, 900, 900]);
  });

  test('does not prolong the wait by trying meanwhile', async () => {
    await using at = await identityWorld();
    for (let tries = 0; tries < 5; tries += 1) await beginAttempt(at.db, guessed, at.clock.now);
    for (let second = 0; second < 15; second += 1) {
      const early = await beginAttempt(at.db, guessed, at.clock.now + second * 1000);
      expect(early).toMatchObject({ ok: false, retryAfterSeconds: 15 - second });
    }
    expect(await beginAttempt(at.db, guessed, at.clock.now + 15_000)).toMatchObject({ ok: true });
  });

  test('who tries many at once has each one counted', async () => {
    await using at = await identityWorld();
    const tries = await Promise.all(Array.from({ length: 12 }, () => beginAttempt(at.db, guessed, at.clock.now)));
    expect(tries.filter(({ ok }) => ok)).toHaveLength(5);
  });

  test('a right one forgets the wrong ones, and one that was no attempt counts nothing', async () => {
    await using at = await identityWorld();
    const failures = async () =>
      (await at.db.selectFrom('proofDelay').select('failures').executeTakeFirst())?.failures ?? null;
    await beginAttempt(at.db, guessed, at.clock.now);
    const nothing = await beginAttempt(at.db, guessed, at.clock.now);
    expect(await failures()).toBe(2);
    if (nothing.ok) await nothing.settle('void');
    expect(await failures()).toBe(1);
    const right = await beginAttempt(at.db, guessed, at.clock.now);
    if (right.ok) await right.settle('right');
    expect(await failures()).toBeNull();
  });

  test('begins anew a day after the wait, and then leaves the table when the next one comes', async () => {
    await using at = await identityWorld();
    for (let tries = 0; tries < 5; tries += 1) await beginAttempt(at.db, guessed, at.clock.now);
    const later = at.clock.now + 24 * 60 * 60_000 + 15_001;
    await beginAttempt(at.db, { subject: 'person:other', place: '' }, later);
    expect(await at.db.selectFrom('proofDelay').select('subject').execute()).toEqual([{ subject: 'person:other' }]);
    expect(await beginAttempt(at.db, guessed, later)).toMatchObject({ ok: true });
  });

  test('one place is forgotten, or all of them', async () => {
    await using at = await identityWorld();
    for (const place of ['', '192.0.2.1', '192.0.2.2']) await beginAttempt(at.db, { ...guessed, place }, at.clock.now);
    const places = async () => (await at.db.selectFrom('proofDelay').select('place').execute()).length;
    await forget(at.db, { ...guessed, place: '192.0.2.1' });
    expect(await places()).toBe(2);
    await forget(at.db, { subject: guessed.subject });
    expect(await places()).toBe(0);
  });
});

describe('signing in', () => {
  async function open() {
    const world = await identityWorld();
    const made = await world.identity.createPerson(rosa);
    const id = made.ok ? made.id : '';
    const signIn = (password: string, address: string, email = rosa.email) =>
      browser((request) => world.identity.handler(request, address)).post('/api/auth/sign-in/email', {
        email,
        password,
      });
    const guess = async (times: number, address: (time: number) => string, email?: string) => {
      for (let time = 0; time < times; time += 1) await signIn('not the password', address(time), email);
    };
    return { ...world, id, signIn, guess };
  }
  const anywhere = (time: number) => `203.0.113.${time}`;

  test('after five wrong passwords, from whatever addresses, the account is asked to wait, and the answer says how long', async () => {
    await using at = await open();
    await at.guess(5, anywhere);
    const waiting = await at.signIn(rosa.password, '203.0.113.99', ' ROSA@example.org');
    expect(waiting.headers.get('retry-after')).toBe('15');
    expect(await refusalOf(waiting)).toEqual({
      status: 429,
      code: 'tooManyAttempts',
      message: 'Too many wrong passwords or codes in a row. Try again in 15 seconds.',
    });
    at.clock.now += 15_000;
    expect((await at.signIn(rosa.password, '203.0.113.99')).status).toBe(200);
    expect(await at.db.selectFrom('proofDelay').selectAll().execute()).toEqual([]);
  });

  test('an address that nobody has is treated the same', async () => {
    await using at = await open();
    await at.guess(5, anywhere, 'nobody@example.org');
    expect((await at.signIn('whatever it is', '203.0.113.99', 'nobody@example.org')).status).toBe(429);
    expect(JSON.stringify(await at.db.selectFrom('proofDelay').selectAll().execute())).not.toContain('nobody');
  });

  test('a guesser elsewhere does not lock the person out where they are signed in', async () => {
    await using at = await open();
    expect((await at.signIn(rosa.password, '192.0.2.7')).status).toBe(200);
    await at.guess(5, anywhere);
    expect((await at.signIn(rosa.password, '203.0.113.99')).status).toBe(429);
    expect((await at.signIn(rosa.password, '192.0.2.7')).status).toBe(200);
    await at.guess(5, () => '192.0.2.7');
    expect((await at.signIn(rosa.password, '192.0.2.7')).status).toBe(429);
  });

  test('an invitation ends the wait', async () => {
    await using at = await open();
    await at.guess(5, anywhere);
    const link = await at.identity.invitationLink(at.id);
    const chosen = 'chosen from an invitation';
    await at.identity.acceptInvitation(link.split('/').at(-1) ?? '', chosen);
    expect((await at.signIn(chosen, '203.0.113.99')).status).toBe(200);
  });

  test('a request that names no address or is no attempt counts nothing', async () => {
    await using at = await open();
    for (let tries = 0; tries < 6; tries += 1) await at.signIn('short', anywhere(tries), 'rosa');
    expect((await at.signIn('short', '203.0.113.99', 'rosa')).status).toBe(400);
  });
});
