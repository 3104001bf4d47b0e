import { statementCode } from '@assay/standards';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recommended, release } from '../testing/awarded.ts';
import { kinds } from '../testing/databases.ts';
import { toldTo } from '../testing/notices.ts';
import { rebuilt } from '../testing/rebuilt.ts';
import { refusalsOf, troubleOf } from '../testing/refusals.ts';
import { castOf, type Cast } from '../testing/story.ts';
import { openWorld, type TestWorld } from '../testing/world.ts';

type Caller = Cast['candidate'];

const standard = statementCode.parse('BAR.S3');

describe.each(kinds)('on %s', (kind) => {
  let at: TestWorld;
  let cast: Cast;
  let award = '';
  let reviewerId = '';
  let reviewer: Caller;
  let clerical = '';
  let marking = '';

  beforeAll(async () => {
    at = await openWorld(kind);
    cast = await castOf(at);
    reviewerId = await at.register('Reviewer Test', 'north', ['moderator']);
    reviewer = await at.callerFor(reviewerId);
    award = await recommended(at, cast, { scores: { [standard]: 1 } });
  });
  afterAll(() => at[Symbol.asyncDispose]());

  test('a result that is not released is to its candidate as if it were not there', async () => {
    const { candidate } = cast;
    const asked = { award, kind: 'clerical' as const, consent: false, says: 'E2.' };
    await expect(candidate.markingReview.request({ ...at.command(), ...asked })).rejects.toThrow(
      'There is no such award',
    );
    await release(at, cast, award);
    const stranger = await at.callerFor(await at.register('Stranger Test', 'north', ['moderator', 'assessor']));
    await expect(stranger.markingReview.request({ ...at.command(), ...asked })).rejects.toThrow(
      'There is no such award',
    );
  });

  test('the candidate asks with consent that scores may go down, for one review at a time, once for each kind', async () => {
    const { candidate } = cast;
    const asked = { award, kind: 'marking' as const, consent: true, says: 'E2 was not looked at.' };
    expect(await refusalsOf(candidate.markingReview.request({ ...at.command(), ...asked, consent: false }))).toEqual([
      'RVM-3',
    ]);
    expect(await refusalsOf(candidate.markingReview.request({ ...at.command(), ...asked, says: ' ' }))).toEqual([
      'RVM-5',
    ]);
    const made = await candidate.markingReview.request({
      ...at.command(),
      ...asked,
      kind: 'clerical',
      consent: false,
    });
    clerical = made.markingReview;
    expect(await refusalsOf(candidate.markingReview.request({ ...at.command(), ...asked }))).toEqual(['RVM-4']);
    expect(await candidate.markingReview.mine()).toMatchObject([
      { markingReview: clerical, kind: 'clerical', status: 'requested', reviewer: null },
    ]);
  });

  test('the provider gives it to a moderator who had no part in the marking', async () => {
    const { staff, assessorId, moderatorId, candidate } = cast;
    const { lines } = await staff.markingReview.list({ open: true });
    expect(lines).toMatchObject([{ markingReview: clerical, version: 1, candidateName: 'Candidate Test' }]);
    const allocate = { markingReview: clerical, seen: 1 };
    const to = (person: string, caller = staff) =>
      caller.markingReview.allocate({ ...at.command(), ...allocate, reviewer: person });
    expect(await refusalsOf(to(assessorId))).toEqual(['RVM-6', 'RVM-7']);
    expect(await refusalsOf(to(moderatorId))).toEqual(['RVM-7']);
    expect(await refusalsOf(to(reviewerId, candidate))).toEqual(['K2']);
    await expect(reviewer.markingReview.show({ markingReview: clerical })).rejects.toThrow(
      'There is no such review of marking',
    );
    expect(await to(reviewerId)).toEqual({ version: 2, status: 'allocated' });
    expect(await troubleOf(to(reviewerId))).toMatchObject({
      code: 'clash',
      now: 2,
      wrote: [{ type: 'ReviewerAllocated' }],
    });
    expect(await toldTo(at.world, reviewerId)).toContain('A review of marking was given to you.');
    expect((await reviewer.markingReview.queue({})).lines).toHaveLength(1);
  });

  test('a clerical check changes what was transcribed wrongly, and nothing else', async () => {
    const { candidate, moderator } = cast;
    const decide = { markingReview: clerical, seen: 2, reason: 'The sheet was read.' };
    const change = { standard, score: 2, reason: 'The scale was misread.' };
    expect(
      await refusalsOf(
        reviewer.markingReview.decide({
          ...at.command(),
          ...decide,
          changes: [{ ...change, code: 'scaleMisapplied' }],
        }),
      ),
    ).toEqual(['RVM-10']);
    expect(await refusalsOf(moderator.markingReview.decide({ ...at.command(), ...decide, changes: [] }))).toEqual([
      'K2',
    ]);
    await reviewer.markingReview.decide({ ...at.command(), ...decide, changes: [] });
    const shown = await candidate.markingReview.show({ markingReview: clerical });
    expect(shown).toMatchObject({
      status: 'unchanged',
      decided: { reason: 'The sheet was read.', changes: [], appealBy: null },
    });
    expect((await candidate.award.show({ award })).corrections).toEqual([]);
  });

  test('a review of marking that finds an error corrects the award beside what was released', async () => {
    const { candidate, staff } = cast;
    ({ markingReview: marking } = await candidate.markingReview.request({
      ...at.command(),
      award,
      kind: 'marking',
      consent: true,
      says: 'BAR.S3 is shown in E2.',
    }));
    const to = (person: string) =>
      staff.markingReview.allocate({ ...at.command(), markingReview: marking, seen: 1, reviewer: person });
    expect(await refusalsOf(to(reviewerId))).toEqual(['RVM-7']);
    const secondId = await at.register('Second Reviewer', 'north', ['moderator']);
    const second = await at.callerFor(secondId);
    await to(secondId);
    const decide = { markingReview: marking, seen: 2, reason: 'E2 shows it.' };
    const change = { standard, score: 3, reason: 'E2 was not looked at.' };
    expect(
      await refusalsOf(
        second.markingReview.decide({ ...at.command(), ...decide, changes: [{ ...change, code: null }] }),
      ),
    ).toEqual(['RVM-9']);
    await second.markingReview.decide({
      ...at.command(),
      ...decide,
      changes: [{ ...change, code: 'evidenceOverlooked' }],
    });
    const result = await candidate.award.show({ award });
    expect(result).toMatchObject({
      status: 'passed',
      outcome: 'pass',
      corrections: [{ reason: 'E2 shows it.', changes: [{ standard, from: 1, to: 3, code: 'evidenceOverlooked' }] }],
    });
    expect((await staff.award.list({ outcome: 'pass' })).lines).toHaveLength(1);
    expect(await toldTo(at.world, cast.candidateId)).toContain(
      'Your result was corrected: you have passed. An attempt that was opened since can be withdrawn.',
    );
    expect(
      await refusalsOf(
        candidate.markingReview.request({ ...at.command(), award, kind: 'marking', consent: true, says: 'Again.' }),
      ),
    ).toEqual(['RVM-4']);
  });

  test('who has nothing to do with it finds no review: not another provider, not another moderator, no marks for an administrator', async () => {
    const south = await at.callerFor(await at.register('South Test', 'south', ['provider', 'moderator']));
    for (const caller of [south, cast.moderator, cast.assessor]) {
      await expect(caller.markingReview.show({ markingReview: marking })).rejects.toThrow('There is no such review');
      await expect(caller.record.facts({ stream: marking })).rejects.toThrow('There is no such record');
      expect((await caller.markingReview.list({})).lines).toEqual([]);
    }
    expect((await cast.candidate.record.facts({ stream: marking })).map(({ type }) => type)).toEqual([
      'ReviewRequested',
      'ReviewerAllocated',
      'MarkingErrorFound',
    ]);
    const administrator = await at.callerFor(await at.register('Administrator Test', 'house', ['administrator']));
    expect((await administrator.markingReview.list({ limit: 1 })).lines).toMatchObject([{ markingReview: marking }]);
    await expect(administrator.markingReview.show({ markingReview: marking })).rejects.toThrow(
      'There is no such review',
    );
  });

  test('the record verifies, and the read models are what the facts say', async () => {
    const { audited, before, after } = await rebuilt(at.world);
    expect(audited).toMatchObject({ ok: true });
    expect(after).toEqual(before);
  });
});
