import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recommended, release } from '../testing/awarded.ts';
import { kinds } from '../testing/databases.ts';
import { toldTo } from '../testing/notices.ts';
import { rebuilt } from '../testing/rebuilt.ts';
import { refusalsOf, troubleOf } from '../testing/refusals.ts';
import { castOf, enrolled, type Cast } from '../testing/story.ts';
import { openWorld, password, type TestWorld } from '../testing/world.ts';

describe.each(kinds)('on %s', (kind) => {
  let at: TestWorld;
  let cast: Cast;
  let award = '';

  beforeAll(async () => {
    at = await openWorld(kind);
    cast = await castOf(at);
    award = await recommended(at, cast, { scores: { 'BAR.S3': 1 }, gates: { C5: false } });
  });
  afterAll(() => at[Symbol.asyncDispose]());

  test('before its release a result is seen by the provider’s moderators and by nobody else', async () => {
    const { candidate, staff, assessor, moderator } = cast;
    expect(await moderator.award.show({ award })).toMatchObject({
      status: 'recommended',
      outcome: 'refer',
      moderation: { holds: [] },
      reviewUntil: null,
      may: ['RatifyAward', 'HoldAward'],
    });
    for (const caller of [candidate, staff, assessor]) {
      await expect(caller.award.show({ award })).rejects.toThrow('There is no such award');
      await expect(caller.record.facts({ stream: award })).rejects.toThrow('There is no such record');
    }
    expect((await staff.award.list({})).lines).toEqual([]);
    expect(await candidate.award.mine()).toEqual([]);
  });

  test('a moderator holds a result, and lifts the hold, with a reason each', async () => {
    const { moderator, staff } = cast;
    const held = { award, seen: 1, reason: 'A paper is missing.' };
    expect(await refusalsOf(staff.award.hold({ ...at.command(), ...held }))).toEqual(['K2']);
    expect(await refusalsOf(moderator.award.hold({ ...at.command(), ...held, reason: ' ' }))).toEqual(['AWD-1']);
    await moderator.award.hold({ ...at.command(), ...held });
    const shown = await moderator.award.show({ award });
    expect(shown).toMatchObject({ status: 'held', moderation: { holds: [{ hold: 'hold', kind: 'other' }] } });
    expect(await refusalsOf(release(at, cast, award))).toEqual(['K1']);
    expect(await troubleOf(moderator.award.liftHold({ ...at.command(), ...held }))).toMatchObject({
      code: 'clash',
      now: 2,
      wrote: [{ type: 'AwardHeld' }],
    });
    await moderator.award.liftHold({ ...at.command(), award, seen: 2, reason: 'It was found.' });
  });

  test('it is released alone as what it amounts to, over the digest that was shown', async () => {
    const { moderator } = cast;
    const { version, moderation } = await moderator.award.show({ award });
    const asked = { award, seen: version, digest: moderation?.digest ?? '', password };
    const unproved = { ...at.command(), ...asked, as: 'refer' as const, password: undefined };
    expect(await refusalsOf(moderator.award.ratify(unproved))).toEqual(['AWD-16']);
    expect(await refusalsOf(moderator.award.ratify({ ...at.command(), ...asked, as: 'pass' }))).toEqual([
      'R4',
      'R5',
      'R6',
    ]);
    expect(
      await refusalsOf(moderator.award.ratify({ ...at.command(), ...asked, as: 'refer', digest: '1'.repeat(64) })),
    ).toEqual(['AWD-7']);
    expect(await moderator.award.ratify({ ...at.command(), ...asked, as: 'refer' })).toEqual({
      version: version + 1,
      status: 'referred',
    });
  });

  test('a referral opens the next attempt on the same route, with what was achieved kept, and tells the candidate', async () => {
    const { candidate, staff } = cast;
    const [result] = await candidate.award.mine();
    // Released on 10 March; a resit is due within three months.
    expect(result?.next).toMatchObject({ attempt: 2, dueOn: '2026-06-10' });
    expect(result?.reviewUntil).toEqual({
      clerical: '2026-03-20T23:59:59.999Z',
      marking: '2026-04-09T22:59:59.999Z',
    });
    const next = await candidate.submission.show({ submission: result?.next?.submission ?? '' });
    expect(next).toMatchObject({ attempt: 2, stage: 'gathering', route: 'standard', dueOn: '2026-06-10' });
    expect(await toldTo(at.world, cast.candidateId)).toEqual(
      expect.arrayContaining([
        'Your result is there.',
        'Your next attempt is open until 2026-06-10; what you have achieved is kept.',
      ]),
    );
    expect((await staff.award.show({ award })).moderation).toBeNull();
  });

  test('who is not a moderator does not read in the log that a result was held', async () => {
    const { candidate, moderator } = cast;
    const types = async (caller: typeof candidate) =>
      (await caller.record.facts({ stream: award })).map(({ type }) => type);
    expect(await types(candidate)).toEqual(['AwardRecommended', 'AwardReferred']);
    expect(await types(moderator)).toEqual(['AwardRecommended', 'AwardHeld', 'HoldLifted', 'AwardReferred']);
  });

  test('a second failure ends it, until a moderator grants a further attempt until a day to come', async () => {
    const { moderator, candidate, submission } = cast;
    const [first] = await candidate.award.mine();
    const resit = first?.next?.submission ?? '';
    expect(resit).not.toBe(submission);
    const bank = { scores: { 'LLD.S1': 3 }, gates: { C6: true }, allowances: {} };
    const failed = await recommended(at, cast, { submission: resit, attempt: 2, scores: { 'BAR.S3': 1 }, bank });
    const { version } = await release(at, cast, failed);
    expect(await candidate.award.show({ award: failed })).toMatchObject({ status: 'failed', next: null });
    const grant = { award: failed, seen: version, reason: 'The centre was closed.', dueOn: '2026-09-01' };
    expect(
      await refusalsOf(moderator.award.grantFurtherAttempt({ ...at.command(), ...grant, dueOn: '2026-03-01' })),
    ).toEqual(['AWD-10']);
    await moderator.award.grantFurtherAttempt({ ...at.command(), ...grant });
    expect((await candidate.award.show({ award: failed })).next).toMatchObject({ attempt: 3, dueOn: '2026-09-01' });
    expect(
      await refusalsOf(moderator.award.grantFurtherAttempt({ ...at.command(), ...grant, seen: version + 1 })),
    ).toEqual(['AWD-9']);
  });

  test('a released result is voided with a reason, and stays to be read', async () => {
    const { moderator } = cast;
    const ann = await enrolled(at, cast, 'Ann Passing');
    const passed = await recommended(at, cast, ann);
    await release(at, cast, passed);
    const { version } = await moderator.award.show({ award: passed });
    await moderator.award.void({ ...at.command(), award: passed, seen: version, reason: 'Issued in error.' });
    expect(await ann.caller.award.show({ award: passed })).toMatchObject({
      status: 'voided',
      voided: { reason: 'Issued in error.' },
      reviewUntil: null,
      next: null,
    });
  });

  test('another provider’s people find nothing', async () => {
    const south = await at.callerFor(await at.register('South Test', 'south', ['provider', 'moderator']));
    await expect(south.award.show({ award })).rejects.toThrow('There is no such award');
    expect((await south.award.list({})).lines).toEqual([]);
  });

  test('the record verifies, and the read models are what the facts say', async () => {
    const { audited, before, after } = await rebuilt(at.world);
    expect(audited).toMatchObject({ ok: true });
    expect(after).toEqual(before);
  });
});
