import { day, instant } from '@assay/engine';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { rebuild } from '../record/rebuild.ts';
import { castOf, type Cast } from '../testing/story.ts';
import { visitors, type Said } from '../testing/visitor.ts';
import { openWorld, password, type TestWorld } from '../testing/world.ts';
import { isFresh } from './reauthenticate.ts';
import { actorsOf } from './session.ts';

let at: TestWorld;
let cast: Cast;
let people: ReturnType<typeof visitors>;
let administrator: Awaited<ReturnType<ReturnType<typeof visitors>['signIn']>>;
beforeAll(async () => {
  at = await openWorld();
  cast = await castOf(at);
  await at.register('Admin Test', 'installation', ['administrator']);
  people = visitors(at);
  administrator = await people.signIn('Admin Test');
  await administrator.enrol();
});
afterAll(() => at[Symbol.asyncDispose]());

const lines = z.object({ data: z.array(z.object({ id: z.string(), current: z.boolean() })) });
const listed = (said: Said) => lines.parse(said).data;
const nobody = { data: null };

describe('a person’s sessions', () => {
  test('are listed with the one that asks marked, and without what would let somebody use them', async () => {
    await at.register('Lister Test', 'north', ['assessor']);
    const [one, two] = [await people.signIn('Lister Test'), await people.signIn('Lister Test')];
    const said = await two.query('session.list');
    const list = listed(said);
    expect(list).toHaveLength(2);
    expect(list.filter(({ current }) => current)).toHaveLength(1);
    expect(listed(await one.query('session.list')).find(({ current }) => current)?.id).not.toBe(
      list.find(({ current }) => current)?.id,
    );
    for (const { jar } of [one, two])
      expect(JSON.stringify(said)).not.toContain((jar.get('assay.session_token') ?? '').split('.')[0]);
    expect(said).toMatchObject({ data: [{ address: expect.stringMatching(/^192\.0\.2\.\d+$/), browser: '' }, {}] });
  });

  test('one is ended at once from another', async () => {
    await at.register('Ender Test', 'north', ['assessor']);
    const [here, there] = [await people.signIn('Ender Test'), await people.signIn('Ender Test')];
    const other = listed(await here.query('session.list')).find(({ current }) => !current);
    expect(await there.query('review.queue')).toHaveProperty('data');
    expect(await here.mutate('session.revoke', { session: other?.id })).toEqual({ data: { ended: 1 } });
    expect(await there.query('session.me')).toEqual(nobody);
    expect(await there.query('review.queue')).toMatchObject({ status: 401 });
    expect(listed(await here.query('session.list'))).toHaveLength(1);
  });

  test('all others are ended, and the one that asks stays', async () => {
    await at.register('Stayer Test', 'north', ['assessor']);
    const [here, ...others] = [
      await people.signIn('Stayer Test'),
      await people.signIn('Stayer Test'),
      await people.signIn('Stayer Test'),
    ];
    expect(await here.mutate('session.revokeOthers')).toEqual({ data: { ended: 2 } });
    for (const other of others) expect(await other.query('session.me')).toEqual(nobody);
    expect(await here.query('session.me')).not.toEqual(nobody);
  });

  test('nobody ends somebody else’s', async () => {
    const mine = await people.signIn('Assessor Test');
    const theirs = await people.signIn('Staff Test');
    const [session] = listed(await theirs.query('session.list'));
    expect(await mine.mutate('session.revoke', { session: session?.id })).toMatchObject({ status: 404 });
    expect(await mine.query('session.of', { person: cast.assessorId })).toMatchObject({ status: 403 });
    expect(await mine.mutate('session.revokeOf', { person: cast.assessorId, session: session?.id })).toMatchObject({
      status: 403,
    });
    expect(await theirs.query('session.me')).not.toEqual(nobody);
  });

  test('an administrator sees and ends anybody’s, one or all', async () => {
    const person = await at.register('Ended Test', 'north', ['assessor']);
    const three = [
      await people.signIn('Ended Test'),
      await people.signIn('Ended Test'),
      await people.signIn('Ended Test'),
    ] as const;
    const [first] = listed(await three[0].query('session.list')).filter(({ current }) => current);
    expect(listed(await administrator.query('session.of', { person }))).toHaveLength(3);
    await administrator.mutate('session.revokeOf', { person, session: first?.id });
    expect(await three[0].query('session.me')).toEqual(nobody);
    expect(await three[1].query('session.me')).not.toEqual(nobody);
    expect(await administrator.mutate('session.revokeOf', { person, session: null })).toEqual({ data: { ended: 2 } });
    for (const one of three) expect(await one.query('session.me')).toEqual(nobody);
    expect(await administrator.query('session.of', { person: 'nobody' })).toMatchObject({ status: 404 });
  });

  test('an administrator takes a lost authenticator away, and the person sets up another', async () => {
    const person = await at.register('Loser Test', 'north', ['moderator']);
    const one = await people.signIn('Loser Test');
    await one.enrol();
    expect(await one.mutate('session.forgetSecondFactor', { person })).toMatchObject({ status: 403 });
    expect(await administrator.mutate('session.forgetSecondFactor', { person })).toEqual({ data: { person } });
    expect(await one.query('session.me')).toEqual(nobody);
    const two = await people.signIn('Loser Test');
    expect(await two.query('session.me')).toMatchObject({ data: { secondFactor: 'missing' } });
    await two.enrol();
    expect(await two.query('session.me')).toMatchObject({ data: { secondFactor: 'done' } });
  });
});

describe('a new invitation', () => {
  const link = z.object({ data: z.object({ invitation: z.string() }) });

  test('is made by a provider for its own people, and gives them another password', async () => {
    const staff = await people.signIn('Staff Test');
    const person = await at.register('Forgetful Test', 'north', ['assessor']);
    const { invitation } = link.parse(await staff.mutate('session.invite', { person })).data;
    const one = people.visit();
    const chosen = 'quite another password';
    expect((await one.post('/api/welcome', { token: invitation.split('/').at(-1), password: chosen })).status).toBe(
      200,
    );
    const email = 'forgetful.test@test.example';
    expect((await one.post('/api/auth/sign-in/email', { email, password })).status).toBe(401);
    expect((await one.post('/api/auth/sign-in/email', { email, password: chosen })).status).toBe(200);
  });

  test('is made by nobody for people who are not theirs, nor by a provider for moderators and people of two providers', async () => {
    const staff = await people.signIn('Staff Test');
    const assessor = await people.signIn('Assessor Test');
    const stranger = await at.register('Stranger Test', 'south', ['assessor']);
    const moderator = await at.register('Inviteless Test', 'north', ['moderator']);
    expect(await staff.mutate('session.invite', { person: stranger })).toMatchObject({ status: 404 });
    expect(await assessor.mutate('session.invite', { person: cast.candidateId })).toMatchObject({ status: 404 });
    expect(await staff.mutate('session.invite', { person: moderator })).toMatchObject({
      status: 403,
      says: expect.stringContaining('Only an administrator'),
    });
    expect(await administrator.mutate('session.invite', { person: moderator })).toHaveProperty('data');
    expect(await administrator.mutate('session.invite', { person: 'nobody' })).toMatchObject({ status: 404 });
  });
});

describe('an external moderator', () => {
  const appointed = z.object({ data: z.object({ person: z.string(), invitation: z.string() }) });
  const appoint = async (until: string, email = 'external@test.example') =>
    administrator.mutate('provider.appointExternal', {
      commandId: crypto.randomUUID(),
      provider: 'north',
      name: 'External Test',
      email,
      until,
    });

  test('is appointed by an administrator until a day that has not passed', async () => {
    expect(await appoint('2026-03-09', 'late@test.example')).toMatchObject({ status: 422 });
    const { person } = appointed.parse(await appoint('2026-03-31')).data;
    expect(await actorsOf(at.world, person)).toEqual([{ person, role: 'externalModerator', provider: 'north' }]);
    expect(await cast.staff.provider.mine()).toMatchObject({
      people: expect.arrayContaining([
        expect.objectContaining({ id: person, ends: [{ role: 'externalModerator', until: '2026-03-31' }] }),
      ]),
    });
    const notices = await at.world.db.selectFrom('appointment').selectAll().where('person', '=', person).execute();
    expect(notices).toEqual([{ person, role: 'externalModerator', provider: 'north', until: '2026-03-31' }]);
  });

  test('acts on the last day, in London, and has no role from the next on', async () => {
    const { person } = appointed.parse(await appoint('2026-03-29', 'clocks@test.example')).data;
    const rolesAt = async (now: string) => {
      const world = { ...at.world, given: { ...at.world.given, now: () => instant(now) } };
      return (await actorsOf(world, person)).map(({ role }) => role);
    };
    expect(await rolesAt('2026-03-29T22:59:59.999Z')).toEqual(['externalModerator']);
    expect(await rolesAt('2026-03-29T23:00:00.000Z')).toEqual([]);
  });

  test('is there again after the read models were rebuilt from the facts', async () => {
    const read = () => at.world.db.selectFrom('appointment').selectAll().orderBy('person').orderBy('role').execute();
    const before = await read();
    expect(before.some(({ until }) => until !== null)).toBe(true);
    await rebuild(at.world.db, at.world.dialect);
    expect(await read()).toEqual(before);
  });

  test('is appointed by nobody else', async () => {
    const staff = await people.signIn('Staff Test');
    expect(
      await staff.mutate('provider.appointExternal', {
        commandId: crypto.randomUUID(),
        provider: 'north',
        name: 'External Test',
        email: 'another@test.example',
        until: day('2026-06-30'),
      }),
    ).toMatchObject({ status: 403 });
  });
});

describe('proving again who acts', () => {
  test('holds for five minutes in that session', async () => {
    const one = await people.signIn('Assessor Test');
    const other = await people.signIn('Assessor Test');
    expect(await one.mutate('session.reauthenticate', { password: 'not it' })).toMatchObject({ status: 403 });
    expect(await one.mutate('session.reauthenticate', {})).toMatchObject({ status: 403 });
    const proof = async (visitor: typeof one) => {
      const found = await at.world.identity.session(visitor.headers());
      return found?.provedAt ?? null;
    };
    expect(await proof(one)).toBeNull();
    expect(await one.mutate('session.reauthenticate', { password })).toEqual({ data: { fresh: true } });
    expect(await proof(one)).not.toBeNull();
    expect(await proof(other)).toBeNull();
    expect(await one.mutate('session.reauthenticate', {})).toEqual({ data: { fresh: true } });
  });

  test('works with a code', async () => {
    const one = await people.signIn('Staff Test');
    const phone = await one.enrol();
    expect(await one.mutate('session.reauthenticate', { totp: await phone.wrong() })).toMatchObject({ status: 403 });
    expect(await one.mutate('session.reauthenticate', { totp: await phone.code() })).toEqual({ data: { fresh: true } });
  });

  test('is told to wait after too many wrong ones', async () => {
    await at.register('Guesser Test', 'north', ['assessor']);
    const one = await people.signIn('Guesser Test');
    for (let tries = 0; tries < 5; tries += 1) await one.mutate('session.reauthenticate', { password: 'not it' });
    expect(await one.mutate('session.reauthenticate', { password })).toMatchObject({
      status: 429,
      says: expect.stringMatching(/Try again in \d+ seconds\./),
    });
  });

  test.each([
    [null, false],
    ['2026-03-10T09:55:00.000Z', true],
    ['2026-03-10T09:54:59.999Z', false],
    ['2026-03-10T10:00:00.001Z', false],
  ])('proved at %s and asked at ten, it is fresh: %s', async (provedAt, fresh) => {
    const then = provedAt === null ? null : instant(provedAt);
    expect(isFresh({ provedAt: then }, instant('2026-03-10T10:00:00.000Z'))).toBe(fresh);
  });
});
