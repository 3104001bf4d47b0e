import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kinds } from '../testing/databases.ts';
import { rebuilt } from '../testing/rebuilt.ts';
import { releaseShown } from '../testing/release.ts';
import { markedByOne } from '../testing/schemes.ts';
import { refusalsOf } from '../testing/refusals.ts';
import { castOf, gather, mark, type Cast } from '../testing/story.ts';
import { openWorld, password, type TestWorld } from '../testing/world.ts';

type Caller = Cast['candidate'];

const short = 'BAR.S3';

describe.each(kinds)('on %s', (kind) => {
  let at: TestWorld;
  let cast: Cast;
  let decider: Caller;

  beforeAll(async () => {
    at = await openWorld(kind, {}, { scheme: markedByOne });
    cast = await castOf(at);
    decider = await at.callerFor(await at.register('Decider Test', 'north', ['moderator']));
    await gather(at, cast);
  });
  afterAll(() => at[Symbol.asyncDispose]());

  async function submit(submission: string): Promise<void> {
    const { version } = await cast.candidate.submission.show({ submission });
    await cast.candidate.submission.submit({ ...at.command(), submission, seen: version, declaration: true });
  }

  async function accept(submission: string): Promise<string> {
    const { version } = await cast.candidate.submission.show({ submission });
    const { review } = await cast.staff.submission.accept({ ...at.command(), submission, seen: version });
    return review;
  }

  /** Proves of one item that it is somebody else's; nothing rests on it alone. */
  async function voidItem(submission: string, source: `E${number}`, reporter: Caller): Promise<void> {
    const { malpractice } = await reporter.malpractice.report({
      ...at.command(),
      submission,
      says: 'It is copied.',
      evidence: [source],
    });
    await decider.malpractice.investigate({ ...at.command(), malpractice, seen: 1 });
    await cast.candidate.malpractice.answer({ ...at.command(), malpractice, seen: 2, says: 'It is.' });
    const { evidence } = await decider.malpractice.show({ malpractice });
    await decider.malpractice.decide({
      ...at.command(),
      malpractice,
      seen: 3,
      finding: 'proven',
      penalty: 'evidenceVoided',
      voided: { evidence: evidence.map(({ item }) => item), standards: [] },
      reason: 'The candidate says so.',
    });
  }

  /** Moderates what is sealed, signs it off and releases it. */
  async function award(submission: string, title: string): Promise<void> {
    const { moderator, cohort } = cast;
    const { batch } = await moderator.moderation.plan({ ...at.command(), cohort, title, seed: 'fixed' });
    await moderator.moderation.draw({ ...at.command(), batch, seen: 1 });
    await moderator.moderation.uphold({ ...at.command(), batch, seen: 2, submission, note: 'Agreed.' });
    await moderator.moderation.grantDirectClaim({ ...at.command(), batch, seen: 3, reason: 'Nobody external yet.' });
    const { version, statement, digest } = await moderator.moderation.show({ batch });
    const signing = { batch, seen: version, statement, digest: digest ?? '', password };
    await moderator.moderation.signOff({ ...at.command(), ...signing });
    await releaseShown(at, moderator, batch);
  }

  test('evidence that a case has voided counts in no review: not in one that opens later, not in one that is open', async () => {
    const { submission, staff, assessor, assessorId } = cast;
    await submit(submission);
    await voidItem(submission, 'E1', staff);
    const review = await accept(submission);
    await staff.review.allocate({ ...at.command(), review, seen: 2, assessor: assessorId });
    await voidItem(submission, 'E2', assessor);
    const begun = await assessor.review.begin({ ...at.command(), review, seen: 4, noConflict: true });
    const standing = { standard: short, valid: true, authentic: true, current: true, sufficient: true };
    for (const source of ['E1', 'E2'] as const)
      expect(
        await refusalsOf(
          assessor.review.confirm({ ...at.command(), review, seen: begun.version, ...standing, source }),
        ),
      ).toEqual(['REV-24']);
    await assessor.review.confirm({ ...at.command(), review, seen: begun.version, ...standing, source: 'E3' });
  });

  test('what was achieved in a first attempt is kept, and the second is marked and awarded on the rest', async () => {
    const { candidate, staff, assessor, assessorId, moderator } = cast;
    const { judged, covered } = cast.world.library.book;
    const [first] = await assessor.review.queue();
    const review = first?.review ?? '';
    const marked = await mark(
      at,
      assessor,
      review,
      [...judged.keys()],
      [...covered.keys()],
      (code) => (code === short ? 1 : 3),
      { begun: first?.version ?? 0 },
    );
    await assessor.review.seal({ ...at.command(), review, seen: marked });
    await award(cast.submission, 'Spring');
    const [referred] = await candidate.award.mine();
    expect(referred).toMatchObject({ status: 'referred', next: { attempt: 2 } });

    const submission = referred?.next?.submission ?? '';
    const written = await candidate.evidence.write({
      ...at.command(),
      submission,
      item: null,
      seen: 0,
      title: 'Account C3',
      component: 'C3',
      dated: '2026-03-01',
      text: 'What I did since.',
    });
    await candidate.evidence.declare({
      ...at.command(),
      item: written.item,
      seen: written.version,
      authorship: true,
      consent: true,
      anonymised: true,
      aiUse: 'None.',
    });
    await submit(submission);
    const resit = await accept(submission);
    await staff.review.allocate({ ...at.command(), review: resit, seen: 1, assessor: assessorId });
    const again = await mark(at, assessor, resit, [short], [], () => 2, { gates: [] });
    await assessor.review.seal({ ...at.command(), review: resit, seen: again });
    await award(submission, 'Summer');

    const [passed] = await candidate.award.mine();
    expect(passed).toMatchObject({
      status: 'passed',
      attempt: 2,
      feedback: [{ code: short, score: 2, reason: `Why ${short}.` }],
      gates: [],
      next: null,
    });
    const stream = await at.world.db
      .selectFrom('stream')
      .select('context')
      .where('id', '=', passed?.award ?? '')
      .executeTakeFirstOrThrow();
    const { before }: { before: { scores: object; gates: object } } = JSON.parse(stream.context);
    expect(Object.keys(before.scores)).toHaveLength(52);
    expect(before.gates).toEqual({ C4: true, C5: true, C6: true });
    expect((await moderator.award.show({ award: passed?.award ?? '' })).moderation).toMatchObject({ holds: [] });
  });

  test('the record verifies, and the read models are what the facts say', async () => {
    const { audited, before, after } = await rebuilt(at.world);
    expect(audited).toMatchObject({ ok: true });
    expect(after).toEqual(before);
  });
});
