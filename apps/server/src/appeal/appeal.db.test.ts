import { statementCode } from '@assay/standards';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { looksAgainAt } from '../marking-review/looks-again.ts';
import { recommended, release, type Found } from '../testing/awarded.ts';
import { kinds } from '../testing/databases.ts';
import { rebuilt } from '../testing/rebuilt.ts';
import { refusalsOf, troubleOf } from '../testing/refusals.ts';
import { castOf, enrolled, type Cast } from '../testing/story.ts';
import { openWorld, type TestWorld } from '../testing/world.ts';

type Caller = Cast['candidate'];

const standard = statementCode.parse('BAR.S3');

describe.each(kinds)('on %s', (kind) => {
  let at: TestWorld;
  let cast: Cast;
  let reviewerId = '';
  let officerId = '';
  let reviewer: Caller;
  let officer: Caller;

  beforeAll(async () => {
    at = await openWorld(kind);
    cast = await castOf(at);
    reviewerId = await at.register('Reviewer Test', 'north', ['moderator']);
    officerId = await at.register('Officer Test', 'north', ['moderator']);
    reviewer = await at.callerFor(reviewerId);
    officer = await at.callerFor(officerId);
  });
  afterAll(() => at[Symbol.asyncDispose]());

  /** A released referral whose review found nothing wrong. */
  async function reviewed(candidate: Caller, found: Found = {}) {
    const award = await recommended(at, cast, { ...found, scores: { [standard]: 1 } });
    await release(at, cast, award);
    const asked = { award, kind: 'marking' as const, consent: true, says: 'BAR.S3.' };
    const { markingReview } = await candidate.markingReview.request({ ...at.command(), ...asked });
    const { staff } = cast;
    await staff.markingReview.allocate({ ...at.command(), markingReview, seen: 1, reviewer: reviewerId });
    return { award, markingReview };
  }

  const stands = (markingReview: string) =>
    reviewer.markingReview.decide({
      ...at.command(),
      markingReview,
      seen: 2,
      changes: [],
      reason: 'The marking is right.',
    });

  describe('an appeal that an officer upholds', () => {
    let award = '';
    let markingReview = '';
    let appeal = '';

    test('is lodged against a review that is decided, on one of the grounds, once', async () => {
      const { candidate } = cast;
      ({ award, markingReview } = await reviewed(candidate));
      const lodge = { markingReview, grounds: 'procedure' as const, says: 'Nobody read E2.' };
      expect(await refusalsOf(candidate.appeal.lodge({ ...at.command(), ...lodge }))).toEqual(['APP-1']);
      await stands(markingReview);
      await expect(officer.appeal.lodge({ ...at.command(), ...lodge })).rejects.toThrow(
        'There is no such review of marking',
      );
      expect(await refusalsOf(candidate.appeal.lodge({ ...at.command(), ...lodge, says: '' }))).toEqual(['APP-3']);
      ({ appeal } = await candidate.appeal.lodge({ ...at.command(), ...lodge }));
      expect(await refusalsOf(candidate.appeal.lodge({ ...at.command(), ...lodge }))).toEqual(['APP-4']);
      expect(await candidate.appeal.mine()).toMatchObject([{ appeal, status: 'lodged', grounds: 'procedure' }]);
    });

    test('is given to a moderator who neither marked, moderated nor reviewed', async () => {
      const { staff, assessorId, moderatorId } = cast;
      expect((await staff.appeal.list({ open: true })).lines).toMatchObject([{ appeal, version: 1 }]);
      const to = (person: string) => staff.appeal.allocate({ ...at.command(), appeal, seen: 1, officer: person });
      expect(await refusalsOf(to(assessorId))).toEqual(['APP-5', 'APP-6']);
      expect(await refusalsOf(to(moderatorId))).toEqual(['APP-6']);
      expect(await refusalsOf(to(reviewerId))).toEqual(['APP-6']);
      await to(officerId);
      expect((await officer.appeal.queue({})).lines).toMatchObject([{ appeal, status: 'withOfficer' }]);
      await expect(reviewer.appeal.show({ appeal })).rejects.toThrow('There is no such appeal');
    });

    test('corrects a slip, and the award with it; what asks for judgement it does not change', async () => {
      const { candidate } = cast;
      const change = { standard, score: 3, reason: 'Read off wrongly.' };
      const decide = { appeal, seen: 2, upheld: true, reason: 'The sheet says 3.' };
      expect(
        await refusalsOf(
          officer.appeal.decide({ ...at.command(), ...decide, changes: [{ ...change, code: 'scaleMisapplied' }] }),
        ),
      ).toEqual(['APP-8']);
      expect(await refusalsOf(candidate.appeal.decide({ ...at.command(), ...decide, changes: [] }))).toEqual(['K2']);
      await officer.appeal.decide({ ...at.command(), ...decide, changes: [{ ...change, code: 'transcription' }] });
      expect(await candidate.award.show({ award })).toMatchObject({ status: 'passed', outcome: 'pass' });
      expect(await candidate.appeal.show({ appeal })).toMatchObject({
        status: 'officerUpheld',
        officerName: 'Officer Test',
        changes: [{ standard, from: 1, to: 3 }],
        reviews: [],
        may: [],
      });
    });
  });

  describe('an appeal that goes to a panel', () => {
    let candidate: Caller;
    let award = '';
    let appeal = '';
    let submission = '';
    let outsiderId = '';
    let outsider: Caller;
    let members: readonly string[] = [];

    beforeAll(async () => {
      const ben = await enrolled(at, cast, 'Ben Test');
      ({ caller: candidate, submission } = ben);
      const made = await reviewed(candidate, ben);
      award = made.award;
      await stands(made.markingReview);
      ({ appeal } = await candidate.appeal.lodge({
        ...at.command(),
        markingReview: made.markingReview,
        grounds: 'unreasonable',
        says: 'Nobody could come to this.',
      }));
      await cast.staff.appeal.allocate({ ...at.command(), appeal, seen: 1, officer: officerId });
      outsiderId = await at.register('Outsider Test', 'south', ['externalModerator']);
      outsider = await at.callerFor(outsiderId);
      members = [
        await at.register('Panel One', 'north', ['moderator']),
        await at.register('Panel Two', 'north', ['moderator']),
        'Outsider.Test@test.example',
      ];
    });

    test('is rejected by the officer first, who changes nothing then', async () => {
      const decide = { appeal, seen: 2, upheld: false, reason: 'It is reasonable.' };
      const change = { standard, score: 3, code: 'transcription' as const, reason: 'Read off wrongly.' };
      expect(await refusalsOf(officer.appeal.decide({ ...at.command(), ...decide, changes: [change] }))).toEqual([
        'APP-8',
      ]);
      await officer.appeal.decide({ ...at.command(), ...decide, changes: [] });
      const deadline = await at.world.db
        .selectFrom('deadline')
        .select('command')
        .where('stream', '=', appeal)
        .executeTakeFirst();
      expect(deadline).toEqual({ command: 'LapseAppeal' });
      expect(await refusalsOf(candidate.appeal.escalate({ ...at.command(), appeal, seen: 3, says: ' ' }))).toEqual([
        'APP-10',
      ]);
      await candidate.appeal.escalate({ ...at.command(), appeal, seen: 3, says: 'Nobody heard me.' });
    });

    test('sits with three, one of them connected neither to the provider nor to the case, whom the server finds', async () => {
      const { staff } = cast;
      const convene = (named: readonly string[]) =>
        staff.appeal.convene({ ...at.command(), appeal, seen: 4, members: [...named] });
      expect(await refusalsOf(convene(members.slice(0, 2)))).toEqual(['APP-12', 'APP-13']);
      expect(await refusalsOf(convene([...members.slice(1), officerId]))).toEqual(['APP-14']);
      expect(await refusalsOf(convene([...members, cast.assessorId]))).toEqual(['APP-14']);
      expect(await troubleOf(convene([...members, 'nobody@test.example']))).toMatchObject({ code: 'malformed' });
      await convene(members);
      const { panel } = await staff.appeal.show({ appeal });
      expect(panel.map(({ name, connected }) => ({ name, connected }))).toEqual([
        { name: 'Panel One', connected: true },
        { name: 'Panel Two', connected: true },
        { name: 'Outsider Test', connected: false },
      ]);
    });

    test('is decided by the outsider, and orders a new review by others', async () => {
      const { staff } = cast;
      const [connected = ''] = members;
      const decide = { appeal, seen: 5, upheld: true, changes: [], reason: 'Two of us saw it otherwise.' };
      const member = await at.callerFor(connected);
      expect(await refusalsOf(member.appeal.decideByPanel({ ...at.command(), ...decide }))).toEqual(['APP-15']);
      expect((await outsider.appeal.show({ appeal })).may).toEqual(['DecideByPanel']);
      // Whoever hears it reads what was marked, until it is decided.
      const looks = () => looksAgainAt(at.world.db, outsiderId, submission);
      expect(await looks()).toBe(true);
      await outsider.appeal.decideByPanel({ ...at.command(), ...decide });
      expect(await looks()).toBe(false);

      const [ordered] = await candidate.markingReview.mine();
      expect(ordered).toMatchObject({ kind: 'marking', status: 'requested', appealBy: null });
      const markingReview = ordered?.markingReview ?? '';
      const to = (person: string) =>
        staff.markingReview.allocate({ ...at.command(), markingReview, seen: 1, reviewer: person });
      for (const person of [reviewerId, officerId, connected]) expect(await refusalsOf(to(person))).toEqual(['RVM-7']);
      const fresh = await at.register('Fresh Test', 'north', ['moderator']);
      await to(fresh);
      const again = await at.callerFor(fresh);
      await again.markingReview.decide({
        ...at.command(),
        markingReview,
        seen: 2,
        changes: [{ standard, score: 2, code: 'evidenceOverlooked', reason: 'E2 shows it.' }],
        reason: 'All was read again.',
      });
      expect(await candidate.award.show({ award })).toMatchObject({ status: 'passed' });
      expect(
        await refusalsOf(
          candidate.appeal.lodge({ ...at.command(), markingReview, grounds: 'procedure', says: 'Once more.' }),
        ),
      ).toEqual(['APP-4']);
    });

    test('is read by those who hear it, their provider’s staff and the candidate, and by nobody else', async () => {
      const south = await at.callerFor(await at.register('South Test', 'south', ['provider', 'moderator']));
      for (const caller of [south, cast.moderator, cast.assessor, cast.candidate]) {
        await expect(caller.appeal.show({ appeal })).rejects.toThrow('There is no such appeal');
        await expect(caller.record.facts({ stream: appeal })).rejects.toThrow('There is no such record');
      }
      expect((await south.appeal.list({})).lines).toEqual([]);
      expect((await outsider.appeal.queue({})).lines).toHaveLength(1);
      const administrator = await at.callerFor(await at.register('Administrator Test', 'house', ['administrator']));
      expect((await administrator.appeal.list({})).lines).toHaveLength(2);
      await expect(administrator.appeal.show({ appeal })).rejects.toThrow('There is no such appeal');
    });
  });

  test('the record verifies, and the read models are what the facts say', async () => {
    const { audited, before, after } = await rebuilt(at.world);
    expect(audited).toMatchObject({ ok: true });
    expect(after).toEqual(before);
  });
});
