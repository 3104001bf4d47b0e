import { instant } from '@assay/engine';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rebuilt } from './testing/rebuilt.ts';
import { refusalsOf } from './testing/refusals.ts';
import { awaiting, castOf, gather, handIn, mark, markBlind, type Cast } from './testing/story.ts';
import { openWorld, password, type TestWorld } from './testing/world.ts';
import { kinds } from './testing/databases.ts';

describe.each(kinds)('on %s', (kind) => {
  let at: TestWorld;
  let cast: Cast;
  let review = '';
  let batch = '';

  beforeAll(async () => {
    at = await openWorld(kind);
    cast = await castOf(at);
  });
  afterAll(() => at[Symbol.asyncDispose]());

  describe('one candidate, from evidence to award', () => {
    test('a submission that lacks components and declarations is refused with every rule that stands against it', async () => {
      const { candidate, submission } = cast;
      expect(
        await refusalsOf(candidate.submission.submit({ ...at.command(), submission, seen: 1, declaration: false })),
      ).toEqual(['SUB-1', 'SUB-3', 'SUB-4']);
    });

    test('the candidate gathers evidence, claims all 122 statements and submits; what is submitted is frozen', async () => {
      await gather(at, cast);
      const { candidate, submission } = cast;
      const { rows } = await candidate.submission.matrix({ submission });
      expect(rows).toHaveLength(122);
      expect(rows.every(({ state }) => state === 'claimed')).toBe(true);
      expect(await candidate.submission.preflight({ submission })).toMatchObject({
        ready: true,
        refusals: [],
        undeclared: [],
      });
      review = await handIn(at, cast);
      const [item] = await candidate.evidence.list({ submission });
      expect(item?.status).toBe('locked');
      expect(
        await refusalsOf(
          candidate.evidence.remove({ ...at.command(), item: item?.item ?? '', seen: item?.version ?? 0 }),
        ),
      ).toEqual(['K1']);
      expect(
        await refusalsOf(
          candidate.evidence.write({
            ...at.command(),
            submission,
            item: null,
            seen: 0,
            title: 'Late',
            component: 'C1',
            dated: '2026-02-01',
            text: 'More words.',
          }),
        ),
      ).toEqual(['EVI-9']);
    });

    test('the assessor marks and seals; the candidate and the provider see no mark', async () => {
      const { assessor, candidate, staff, submission, cohort } = cast;
      // Allocated on 10 March: three working days to begin.
      expect(await assessor.review.queue()).toMatchObject([
        { review, status: 'allocated', dueAt: '2026-03-13T23:59:59.999Z' },
      ]);
      const { judged, covered } = cast.world.library.book;
      const version = await mark(at, assessor, review, [...judged.keys()], [...covered.keys()], (code) =>
        code === 'BAR.S3' ? 1 : 3,
      );
      await assessor.review.seal({ ...at.command(), review, seen: version });
      expect(await assessor.review.queue()).toMatchObject([{ status: 'sealed', dueAt: null }]);
      expect((await candidate.submission.show({ submission })).stage).toBe('marking');
      expect((await candidate.submission.matrix({ submission })).rows.some(({ score }) => score !== null)).toBe(false);
      expect(await candidate.award.mine()).toEqual([]);
      await expect(candidate.review.show({ review })).rejects.toThrow('There is no such review');
      await expect(staff.review.show({ review })).rejects.toThrow('There is no such review');
      expect((await staff.cohort.show({ cohort })).cohort.decisions).toEqual({ made: 53, of: 53 });
    });

    test('R11 the first portfolio of an assessor is marked by another one too; only then is it agreed', async () => {
      const { second, secondId, candidate, submission } = cast;
      const waits = await awaiting(cast, 'second');
      const version = await markBlind(at, cast, { id: secondId, caller: second }, waits.review, (code) =>
        code === 'BAR.S3' ? 1 : 2,
      );
      await second.review.seal({ ...at.command(), review: waits.review, seen: version });
      expect((await candidate.submission.show({ submission })).stage).toBe('sealed');
    });

    test('the moderator plans, draws, sends back, upholds and signs off what they were shown', async () => {
      const { moderator, moderatorId, assessor, second, cohort, submission } = cast;
      await expect(moderator.review.show({ review })).rejects.toThrow('There is no such review');
      ({ batch } = await moderator.moderation.plan({ ...at.command(), cohort, title: 'Spring window', seed: 'fixed' }));
      await moderator.moderation.draw({ ...at.command(), batch, seen: 1 });
      const drawn = await moderator.moderation.show({ batch });
      expect(drawn.sample.map(({ reasons, recommended }) => ({ reasons: reasons.length > 0, recommended }))).toEqual([
        { reasons: true, recommended: 'refer' },
      ]);
      expect((await moderator.review.show({ review })).may).toEqual([]);

      await moderator.moderation.query({
        ...at.command(),
        batch,
        seen: 2,
        submission,
        queries: [{ standard: 'BAR.S3', says: 'E3 shows more than a 1.' }],
      });
      const again = await assessor.review.show({ review });
      expect(again).toMatchObject({ status: 'marking', round: 2, queries: [{ standard: 'BAR.S3' }] });
      await assessor.review.seal({ ...at.command(), review, seen: again.version });
      const [theirs] = await second.review.queue();
      expect(theirs).toMatchObject({ status: 'marking', round: 2, queried: ['BAR.S3'] });
      await second.review.seal({ ...at.command(), review: theirs?.review ?? '', seen: theirs?.version ?? 0 });

      await moderator.moderation.uphold({ ...at.command(), batch, seen: 4, submission, note: 'Agreed.' });
      await moderator.moderation.grantDirectClaim({
        ...at.command(),
        batch,
        seen: 5,
        reason: 'No external moderator is appointed yet.',
      });
      const ready = await moderator.moderation.show({ batch });
      const signing = { batch, seen: ready.version, statement: ready.statement, digest: ready.digest ?? '' };
      expect(
        await refusalsOf(moderator.moderation.signOff({ ...at.command(), ...signing, password: 'not the password' })),
      ).toEqual(['MOD-10']);
      // Without a password, only a session in which the moderator proved of late who they are.
      const other = { ...signing, digest: '0'.repeat(64) };
      const proved = async (minutesAgo: number) => {
        const then = new Date(Date.parse(at.world.given.now()) - minutesAgo * 60_000).toISOString();
        return at.callerFor(moderatorId, instant(then));
      };
      expect(await refusalsOf(moderator.moderation.signOff({ ...at.command(), ...signing }))).toEqual(['MOD-10']);
      const late = await proved(6);
      expect(await refusalsOf(late.moderation.signOff({ ...at.command(), ...signing }))).toEqual(['MOD-10']);
      const fresh = await proved(4);
      expect(await refusalsOf(fresh.moderation.signOff({ ...at.command(), ...other }))).toEqual(['MOD-11']);
      expect(
        await refusalsOf(fresh.moderation.signOff({ ...at.command(), ...signing, password: 'not the password' })),
      ).toEqual(['MOD-10']);
      expect(
        await refusalsOf(
          moderator.moderation.signOff({ ...at.command(), ...signing, digest: '0'.repeat(64), password }),
        ),
      ).toEqual(['MOD-11']);
      await moderator.moderation.signOff({ ...at.command(), ...signing, password });
    });

    test('the release reaches the candidate once, with the reason of the referral and the feedback on every standard', async () => {
      const { moderator, candidate } = cast;
      const { digest, asOf, waiting } = await moderator.moderation.releasable({ batch });
      expect(waiting).toMatchObject([{ candidateName: 'Candidate Test', outcome: 'refer' }]);
      const release = { ...at.command(), batch, digest, asOf, password };
      expect(await moderator.moderation.release(release)).toMatchObject({ released: 1, held: [] });
      expect((await moderator.moderation.release(release)).released).toBe(1);
      expect((await moderator.moderation.release({ ...release, ...at.command() })).released).toBe(0);
      const [award] = await candidate.award.mine();
      expect(award).toMatchObject({ status: 'referred', outcome: 'refer', cohortTitle: 'Spring' });
      expect(award?.reasons.map(({ rule }) => rule)).toEqual(['R5', 'R7']);
      expect(award?.feedback).toHaveLength(53);
      // The lower of two marks on one side of the threshold.
      expect(award?.feedback.find(({ code }) => code === 'LLD.S1')).toMatchObject({ score: 2, reason: 'Why LLD.S1.' });
      expect((await candidate.session.notices()).map(({ says }) => says)).toContain('Your result is there.');
    });

    test('every step is in the fact log, the chain verifies, and the read models are what the facts say', async () => {
      const { audited, before, after } = await rebuilt(at.world);
      expect(audited).toMatchObject({ ok: true });
      expect(after).toEqual(before);
    });
  });
});
