import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refusalsOf } from '../testing/refusals.ts';
import { castOf, type Cast } from '../testing/story.ts';
import { openWorld, type TestWorld } from '../testing/world.ts';
import { kinds } from '../testing/databases.ts';

describe.each(kinds)('on %s', (kind) => {
  let at: TestWorld;
  let cast: Cast;

  beforeAll(async () => {
    at = await openWorld(kind);
    cast = await castOf(at);
  });
  afterAll(() => at[Symbol.asyncDispose]());

  test('a provider gives more time twice, with a reason each, and everybody sees the new due day', async () => {
    const { staff, candidate, cohort, submission } = cast;
    const asked = (seen: number, reason: string) => ({ ...at.command(), submission, seen, reason });
    expect(await refusalsOf(staff.submission.extend(asked(1, ' ')))).toEqual(['SUB-13']);
    expect(await refusalsOf(candidate.submission.extend(asked(1, 'I need it.')))).toEqual(['K2']);

    // Due on 30 June 2026: ten working days later is 14 July, and ten more 28 July.
    expect(await staff.submission.extend(asked(1, 'Ill for a week.'))).toMatchObject({
      version: 2,
      dueOn: '2026-07-14',
    });
    expect(await staff.submission.extend(asked(2, 'Ill again.'))).toMatchObject({ version: 3, dueOn: '2026-07-28' });
    expect(await refusalsOf(staff.submission.extend(asked(3, 'Once more.')))).toEqual(['SUB-12']);

    expect((await candidate.submission.show({ submission })).dueOn).toBe('2026-07-28');
    const { candidates, extension } = await staff.cohort.show({ cohort });
    expect(candidates.map(({ dueOn }) => dueOn)).toEqual(['2026-07-28']);
    expect(extension).toEqual({ workingDays: 10, workingDaysInAll: 20 });
  });
});
