import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appointAdministrator } from '../session/setup.ts';
import { kinds } from '../testing/databases.ts';
import { refusalsOf, troubleOf } from '../testing/refusals.ts';
import { castOf, type Cast } from '../testing/story.ts';
import { toldTo } from '../testing/told.ts';
import { openWorld, type TestWorld } from '../testing/world.ts';

describe.each(kinds)('the people of a provider on %s', (kind) => {
  let at: TestWorld;
  let cast: Cast;

  beforeAll(async () => {
    at = await openWorld(kind);
    cast = await castOf(at);
  });
  afterAll(() => at[Symbol.asyncDispose]());

  test('are dismissed from a role that they hold, with a reason, by its staff; it works at once', async () => {
    const { staff, assessorId, moderator } = cast;
    const dismiss = { person: assessorId, role: 'assessor' as const, reason: 'They have left.' };
    expect(await refusalsOf(staff.provider.dismiss({ ...at.command(), ...dismiss, reason: ' ' }))).toEqual(['ENR-9']);
    expect(await refusalsOf(staff.provider.dismiss({ ...at.command(), ...dismiss, role: 'moderator' }))).toEqual([
      'ENR-4',
    ]);
    expect(await troubleOf(moderator.provider.dismiss({ ...at.command(), ...dismiss }))).toMatchObject({
      code: 'notFound',
    });
    await staff.provider.dismiss({ ...at.command(), ...dismiss });
    expect((await staff.provider.mine()).people.some(({ id }) => id === assessorId)).toBe(false);
    const gone = await at.callerFor(assessorId);
    expect((await gone.session.me())?.roles).toEqual([]);
    expect(await toldTo(at.world.db, assessorId)).toContain('north ended your appointment as assessor.');
    expect((await staff.record.facts({ stream: 'north' })).map(({ type }) => type)).toContain('PersonDismissed');
  });

  test('are dismissed by an administrator from any provider, and by no other provider’s staff', async () => {
    const { moderatorId } = cast;
    const dismiss = { provider: 'north', person: moderatorId, role: 'moderator' as const, reason: 'They have left.' };
    const stranger = await at.callerFor(await at.register('Stranger Test', 'south', ['provider']));
    expect(await troubleOf(stranger.provider.dismiss({ ...at.command(), ...dismiss }))).toMatchObject({
      code: 'notFound',
    });
    expect(await troubleOf(stranger.record.facts({ stream: 'north' }))).toMatchObject({ code: 'notFound' });
    const made = await at.world.identity.createPerson({ name: 'Admin Test', email: 'admin@test.example' });
    if (!made.ok) throw new Error(made.says);
    await appointAdministrator(at.world, made.id);
    const administrator = await at.callerFor(made.id);
    await administrator.provider.dismiss({ ...at.command(), ...dismiss });
    expect(await refusalsOf(administrator.provider.dismiss({ ...at.command(), ...dismiss }))).toEqual(['ENR-4']);
  });

  test('who have a part in a cohort already are not enrolled in it', async () => {
    const { staff, cohort } = cast;
    const planner = await at.register('Planner Test', 'north', ['moderator']);
    await (await at.callerFor(planner)).moderation.plan({ ...at.command(), cohort, title: 'Spring', seed: 'fixed' });
    const enrol = { cohort, seen: 2, name: 'Planner Test', email: 'planner.test@test.example', route: 'standard' };
    expect(await refusalsOf(staff.cohort.enrol({ ...at.command(), ...enrol }))).toEqual(['ENR-12']);
    const other = await at.callerFor(await at.register('Other Staff', 'north', ['provider']));
    const opener = { cohort, seen: 2, name: 'Staff Test', email: 'staff.test@test.example', route: 'standard' };
    expect(await refusalsOf(other.cohort.enrol({ ...at.command(), ...opener }))).toEqual(['ENR-12']);
  });
});
