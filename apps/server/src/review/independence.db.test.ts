import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refusalsOf } from '../testing/refusals.ts';
import { castOf, gather, type Cast } from '../testing/story.ts';
import { openWorld, type TestWorld } from '../testing/world.ts';
import { kinds } from '../testing/databases.ts';

describe.each(kinds)('on %s', (kind) => {
  let at: TestWorld;
  let cast: Cast;

  beforeAll(async () => {
    at = await openWorld(kind);
    cast = await castOf(at);
    await gather(at, cast);
  });
  afterAll(() => at[Symbol.asyncDispose]());

  test('whoever planned the batch that a portfolio will enter is not allocated its review', async () => {
    const { staff, candidate, cohort, submission } = cast;
    const both = await at.register('Both Test', 'north', ['assessor', 'moderator']);
    const moderating = await at.callerFor(both);
    await moderating.moderation.plan({ ...at.command(), cohort, title: 'Spring window', seed: 'fixed' });

    const { version } = await candidate.submission.show({ submission });
    const submitted = await candidate.submission.submit({
      ...at.command(),
      submission,
      seen: version,
      declaration: true,
    });
    const accepted = await staff.submission.accept({ ...at.command(), submission, seen: submitted.version });
    const allocate = { review: accepted.review, seen: 1 };
    expect(await refusalsOf(staff.review.allocate({ ...at.command(), ...allocate, assessor: both }))).toEqual([
      'REV-21',
    ]);
    await staff.review.allocate({ ...at.command(), ...allocate, assessor: cast.assessorId });
  });

  test('a candidate does not plan the batch of their own cohort, whatever else they are', async () => {
    const { staff, cohort, candidateId } = cast;
    await staff.provider.appoint({
      ...at.command(),
      name: 'Candidate Test',
      email: 'candidate.test@test.example',
      role: 'moderator',
    });
    const moderating = await at.callerFor(candidateId);
    const plan = { cohort, title: 'My own window', seed: 'mine' };
    expect(await refusalsOf(moderating.moderation.plan({ ...at.command(), ...plan }))).toEqual(['K4']);
  });
});
