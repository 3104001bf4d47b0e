import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { allProcedures } from '../testing/procedures.ts';
import { castOf, type Cast } from '../testing/story.ts';
import { visitors } from '../testing/visitor.ts';
import { openWorld, type TestWorld } from '../testing/world.ts';

let at: TestWorld;
let cast: Cast;
let people: ReturnType<typeof visitors>;
beforeAll(async () => {
  at = await openWorld();
  cast = await castOf(at);
  await at.register('Admin Test', 'installation', ['administrator']);
  await at.register('Both Test', 'north', ['provider', 'moderator']);
  people = visitors(at);
});
afterAll(() => at[Symbol.asyncDispose]());

const missing = { status: 403, says: expect.stringContaining('Open “Your account” and set up an authenticator') };
const roleOf = { data: expect.objectContaining({ roles: [expect.objectContaining({ role: 'moderator' })] }) };

describe('a moderator who has shown no second factor', () => {
  test('holds no role, and is told which ones wait for it', async () => {
    const one = await people.signIn('Moderator Test');
    expect(await one.query('session.me')).toMatchObject({
      data: { roles: [], secondFactor: 'missing', withheld: ['moderator'] },
    });
    expect(await one.query('session.list')).toMatchObject({ data: [{ current: true }] });
    expect(await one.query('session.account')).toMatchObject({ data: { hasPassword: true, backupCodes: null } });
  });

  test('can do nothing but that: every other procedure is refused, whatever it is sent', async () => {
    const one = await people.signIn('Moderator Test');
    const open = new Set(['session', 'framework']);
    // What is heard live begins with the same refusal, as an event.
    const closed = allProcedures()
      .filter(({ path, type }) => type !== 'subscription' && !open.has(path.split('.')[0] ?? ''))
      .map(({ path }) => path);
    expect(closed.length).toBeGreaterThan(30);
    const input = { commandId: crypto.randomUUID(), cohort: cast.cohort, submission: cast.submission, seen: 1 };
    for (const path of closed) {
      // A question or a command: one of the two is not asked in that way at all.
      const asked = [await one.query(path, input), await one.mutate(path, input)];
      const heard = asked.filter((said) => !('status' in said && said.status === 405));
      expect([path, heard]).toEqual([path, [missing]]);
    }
  });

  test('has no part of theirs by other ways in either', async () => {
    const one = await people.signIn('Moderator Test');
    expect((await one.post('/api/files?name=x.txt', {})).status).toBe(403);
    expect((await one.get(`/api/review/any/content/E1`)).status).toBe(404);
  });

  test('loses every role meanwhile, for a password alone speaks for none of them', async () => {
    const one = await people.signIn('Both Test');
    expect(await one.query('cohort.list')).toEqual(missing);
    expect(await one.query('session.me')).toMatchObject({ data: { roles: [], withheld: ['moderator', 'provider'] } });
  });

  test('moderates once an authenticator is set up, and at the next sign-in with its code', async () => {
    await at.register('Newly Appointed', 'north', ['moderator']);
    const one = await people.signIn('Newly Appointed');
    const phone = await one.enrol();
    expect(await one.query('session.me')).toMatchObject(roleOf);
    expect(await one.query('moderation.list')).toHaveProperty('data');

    const two = await people.signIn('Newly Appointed');
    expect(await two.query('session.me')).toMatchObject({ data: null });
    await two.post('/api/auth/two-factor/verify-totp', { code: await phone.code() });
    expect(await two.query('moderation.list')).toHaveProperty('data');
  });
});

describe('others', () => {
  test.each(['Assessor Test', 'Staff Test'])('%s needs none', async (name) => {
    const one = await people.signIn(name);
    expect(await one.query('session.me')).toMatchObject({ data: { secondFactor: 'notNeeded', withheld: [] } });
    expect(await one.query('provider.mine')).not.toEqual(missing);
  });

  test('an administrator needs one', async () => {
    const one = await people.signIn('Admin Test');
    expect(await one.query('provider.all')).toEqual(missing);
    await one.enrol();
    expect(await one.query('provider.all')).toHaveProperty('data');
  });
});

test('where the setting makes it optional, a moderator acts with a password', async () => {
  const optional = visitors({
    ...at,
    world: { ...at.world, settings: { ...at.world.settings, secondFactor: 'optional' } },
  });
  const one = await optional.signIn('Moderator Test');
  expect(await one.query('session.me')).toMatchObject({ data: { secondFactor: 'notNeeded' } });
  expect(await one.query('moderation.list')).toHaveProperty('data');
});

test('in the demo nobody needs one', async () => {
  const demo = visitors({
    ...at,
    world: { ...at.world, identity: { ...at.world.identity, demo: { signInAs: async () => new Response() } } },
  });
  const one = await demo.signIn('Moderator Test');
  expect(await one.query('moderation.list')).toHaveProperty('data');
});
