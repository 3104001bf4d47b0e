import { randomUUID } from 'node:crypto';
import { personId, provider, providerId } from '@assay/engine';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { perform } from '../record/perform.ts';
import { kinds } from '../testing/databases.ts';
import { rebuilt } from '../testing/rebuilt.ts';
import { openWorld, type TestWorld } from '../testing/world.ts';

type Caller = Awaited<ReturnType<TestWorld['callerFor']>>;

const today = '2026-03-10';
const expected = { DSO: { A: 2 } };

describe.each(kinds)('on %s', (kind) => {
  let at: TestWorld;
  let staff: Caller;
  let staffId = '';

  beforeAll(async () => {
    at = await openWorld(kind);
    staffId = await at.register('Staff Test', 'north', ['provider']);
    staff = await at.callerFor(staffId);
  });
  afterAll(() => at[Symbol.asyncDispose]());

  const ann = { name: 'Ann Test', email: 'ann.test@test.example' };
  const open = (reviewer: string, from: string) =>
    staff.appraisal.open({ ...at.command(), ...ann, reviewer, framework: 'prospect-ecs', from });

  /** A whole year in which both see everything alike, to its end. Answers the version that the practitioner knows. */
  async function year(appraisal: string, practitioner: Caller, reviewer: Caller): Promise<number> {
    const of = (seen: number) => ({ ...at.command(), appraisal, seen });
    await reviewer.appraisal.proposeRemit({ ...of(1), expected });
    let { version } = await practitioner.appraisal.agreeRemit(of(2));
    let other = version;
    const codes = (await practitioner.appraisal.show({ appraisal })).gaps.flatMap(({ elements }) =>
      elements.flatMap(({ statements }) => statements.map(({ code }) => code)),
    );
    for (const statement of codes) {
      const rated = { statement, level: 2 };
      ({ version } = await practitioner.appraisal.rateSelf({ ...of(version), ...rated, evidence: 'Seen.', on: today }));
      ({ version: other } = await reviewer.appraisal.rateAsReviewer({ ...of(other), ...rated, reason: 'Seen.' }));
    }
    await practitioner.appraisal.sealSelfReview(of(version));
    // The reviewer sees the seal.
    ({ version } = await reviewer.appraisal.sealReviewerRating(of(other + 1)));
    const occasion = { on: today, account: 'We talked.' };
    ({ version } = await practitioner.appraisal.recordMeeting({ ...of(version), ...occasion }));
    ({ version } = await practitioner.appraisal.agreeProfile({ ...of(version), levels: {} }));
    ({ version } = await reviewer.appraisal.confirmProfile(of(version)));
    ({ version } = await reviewer.appraisal.recordMidYear({ ...of(version), ...occasion, progress: {} }));
    ({ version } = await reviewer.appraisal.recordYearEnd({ ...of(version), ...occasion, met: {} }));
    return version;
  }

  test('a year whose reviewer has left is carried forward all the same, and taken up with another', async () => {
    const reviewerId = await at.register('Reviewer Test', 'north', ['assessor']);
    const first = await open(reviewerId, '2026-03-01');
    const practitioner = await at.callerFor(first.practitioner);
    const seen = await year(first.appraisal, practitioner, await at.callerFor(reviewerId));

    const by = { person: personId(staffId), role: 'provider' as const, provider: providerId('north') };
    const leave = { actors: [by], commandId: randomUUID(), asked: 'leave' };
    await perform(at.world, leave, async (unit) => {
      await unit.change(provider, 'north', null, (_by, now) => ({
        type: 'DismissPerson',
        person: personId(reviewerId),
        role: 'assessor',
        reason: 'Has left.',
        by,
        at: now,
      }));
      return {};
    });
    const left = await at.callerFor(reviewerId);
    await expect(left.appraisal.show({ appraisal: first.appraisal })).rejects.toThrow('There is no such appraisal');
    expect((await left.appraisal.given({})).lines).toEqual([]);

    await practitioner.appraisal.carryForward({ ...at.command(), appraisal: first.appraisal, seen });
    expect((await practitioner.appraisal.mine({})).lines).toHaveLength(1);
    const anotherId = await at.register('Another Test', 'north', ['assessor']);
    const second = await open(anotherId, '2027-03-01');
    expect(await practitioner.appraisal.show({ appraisal: second.appraisal })).toMatchObject({
      reviewerName: 'Another Test',
      carried: { appraisal: first.appraisal, objectives: [] },
    });
    // It is taken up once.
    const third = await open(anotherId, '2028-03-01');
    expect((await practitioner.appraisal.show({ appraisal: third.appraisal })).carried).toBeNull();
  });

  test('the record verifies, and the read models are what the facts say', async () => {
    const { audited, before, after } = await rebuilt(at.world);
    expect(audited).toMatchObject({ ok: true });
    expect(after).toEqual(before);
  });
});
