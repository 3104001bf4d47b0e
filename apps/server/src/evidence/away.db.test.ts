import type { Review } from '@assay/engine';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { kinds } from '../testing/databases.ts';
import { releaseShown } from '../testing/release.ts';
import { markedByOne } from '../testing/schemes.ts';
import { castOf, gather, handIn, mark, type Cast } from '../testing/story.ts';
import { openWorld, password, type TestWorld } from '../testing/world.ts';

type Caller = Awaited<ReturnType<TestWorld['callerFor']>>;

describe.each(kinds)('what is away from a portfolio, on %s', (kind) => {
  let at: TestWorld;
  let cast: Cast;

  beforeEach(async () => {
    at = await openWorld(kind, {}, { scheme: markedByOne });
    cast = await castOf(at);
    await gather(at, cast);
  });
  afterEach(() => at[Symbol.asyncDispose]());

  const acting = async (caller: Caller, source: string) => {
    const found = (await caller.evidence.concerns({ submission: cast.submission })).find(
      (item) => item.source === source,
    );
    return { ...at.command(), item: found?.item ?? '', seen: found?.version ?? 0 };
  };
  const submit = async () => {
    const { candidate, submission } = cast;
    const { version: seen } = await candidate.submission.show({ submission });
    return candidate.submission.submit({ ...at.command(), submission, seen, declaration: true });
  };
  const quarantine = async () =>
    cast.staff.evidence.reportBreach({
      ...(await acting(cast.staff, 'E2')),
      severity: 'major',
      says: 'A family is named.',
      place: 'page 1',
    });

  test('is set aside in a review that opens meanwhile', async () => {
    const { staff, submission } = cast;
    const { version: seen } = await submit();
    await quarantine();
    const { review } = await staff.submission.accept({ ...at.command(), submission, seen });
    const stream = await at.world.db
      .selectFrom('stream')
      .select('context')
      .where('id', '=', review)
      .executeTakeFirstOrThrow();
    const { aside }: Review = JSON.parse(stream.context);
    expect(aside).toEqual(['E2']);
  });

  test('goes along again, and can be worked on, when it comes back into a portfolio that was returned', async () => {
    const { staff, moderator, candidate, submission } = cast;
    const { version: seen } = await submit();
    await quarantine();
    await staff.submission.return({ ...at.command(), submission, seen, reason: 'Mend E2.' });
    const lines = async () =>
      (await candidate.evidence.list({ submission })).map(({ component, status }) => [component, status]);
    expect(await lines()).toEqual([
      ['C1', 'declared'],
      ['C2', 'quarantined'],
      ['C3', 'declared'],
      ['C4', 'declared'],
    ]);
    expect((await candidate.submission.preflight({ submission })).refusals.map(({ rule }) => rule)).toEqual(['SUB-3']);
    const { lines: held } = await moderator.evidence.held({});
    await moderator.evidence.release({
      ...at.command(),
      item: held[0]?.item ?? '',
      seen: held[0]?.version ?? 0,
      reason: 'They agreed.',
    });
    expect(await lines()).toEqual([
      ['C1', 'declared'],
      ['C2', 'declared'],
      ['C3', 'declared'],
      ['C4', 'declared'],
    ]);
    await submit();
  });

  test('holds the award for a safeguarding concern, until a moderator has cleared it', async () => {
    const { staff, assessor, moderator, cohort, submission } = cast;
    const review = await handIn(at, cast);
    const { judged, covered } = at.world.library.book;
    const seen = await mark(at, assessor, review, [...judged.keys()], [...covered.keys()], () => 3);
    await assessor.review.seal({ ...at.command(), review, seen });
    const { batch } = await moderator.moderation.plan({ ...at.command(), cohort, title: 'Spring', seed: 'fixed' });
    await moderator.moderation.draw({ ...at.command(), batch, seen: 1 });
    await moderator.moderation.uphold({ ...at.command(), batch, seen: 2, submission, note: 'Agreed.' });
    await moderator.moderation.grantDirectClaim({ ...at.command(), batch, seen: 3, reason: 'Nobody is appointed.' });
    const { version, statement, digest } = await moderator.moderation.show({ batch });
    const signed = { statement, digest: digest ?? '', password };
    await moderator.moderation.signOff({ ...at.command(), batch, seen: version, ...signed });
    const status = async () =>
      (await at.world.db.selectFrom('award').select('status').where('submission', '=', submission).executeTakeFirst())
        ?.status;
    expect(await status()).toBe('recommended');

    await staff.evidence.raiseSafeguarding({ ...(await acting(staff, 'E4')), says: 'A child may be harmed.' });
    expect(await status()).toBe('held');
    expect((await releaseShown(at, moderator, batch)).released).toBe(0);
    await moderator.evidence.clearSafeguarding({
      ...(await acting(moderator, 'E4')),
      reason: 'It lies with the council.',
    });
    expect(await status()).toBe('recommended');
    expect((await releaseShown(at, moderator, batch)).released).toBe(1);

    // A concern that comes after the release is a moderator's to clear as well, and takes nothing back.
    await staff.evidence.raiseSafeguarding({ ...(await acting(staff, 'E4')), says: 'There is more.' });
    expect(await status()).toBe('passed');
  });
});
