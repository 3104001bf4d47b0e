import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recommended, release } from '../testing/awarded.ts';
import { kinds } from '../testing/databases.ts';
import { castOf, enrolled, type Cast } from '../testing/story.ts';
import { openWorld, type TestWorld } from '../testing/world.ts';

describe.each(kinds)('on %s', (kind) => {
  let at: TestWorld;
  let cast: Cast;

  beforeAll(async () => {
    at = await openWorld(kind);
    cast = await castOf(at);
    for (const [index, name] of ['Ann Test', 'Ben Test', 'Cat Test', 'Dan Test', 'Eve Test'].entries()) {
      const who = await enrolled(at, cast, name);
      const of = await recommended(at, cast, { ...who, ...(index % 2 === 0 ? {} : { scores: { 'LLD.S1': 0 } }) });
      if (name !== 'Eve Test') await release(at, cast, of);
    }
  });
  afterAll(() => at[Symbol.asyncDispose]());

  const names = (page: { lines: readonly { candidateName: string }[] }) =>
    page.lines.map(({ candidateName }) => candidateName);

  test('the register has every released result of the provider, the newest first, page by page', async () => {
    const { staff, cohort } = cast;
    const first = await staff.award.list({ limit: 3 });
    expect(first.lines[0]).toMatchObject({ candidateName: 'Dan Test', outcome: 'refer', cohort, attempt: 1 });
    expect(names(first)).toEqual(['Dan Test', 'Cat Test', 'Ben Test']);
    const second = await staff.award.list({ limit: 3, after: first.next });
    expect(names(second)).toEqual(['Ann Test']);
    expect(second.next).toBeNull();
    await expect(staff.award.list({ limit: 101 })).rejects.toThrow('100 lines at most');
    await expect(staff.award.list({ after: 'nowhere' })).rejects.toThrow('is not where a page ended');
  });

  test('it is filtered by cohort, by outcome and by the days of the release', async () => {
    const { staff, cohort } = cast;
    const other = await staff.cohort.open({
      ...at.command(),
      title: 'Empty',
      opensOn: '2026-01-01',
      dueOn: '2026-06-30',
    });
    expect(names(await staff.award.list({ outcome: 'pass' }))).toEqual(['Cat Test', 'Ann Test']);
    expect(names(await staff.award.list({ outcome: 'refer', cohort, limit: 1 }))).toEqual(['Dan Test']);
    expect(names(await staff.award.list({ outcome: 'void' }))).toEqual([]);
    expect(names(await staff.award.list({ cohort: other.cohort }))).toEqual([]);
    expect(names(await staff.award.list({ from: '2026-03-10', to: '2026-03-10' }))).toHaveLength(4);
    expect(names(await staff.award.list({ from: '2026-03-11' }))).toEqual([]);
    expect(names(await staff.award.list({ to: '2026-03-09' }))).toEqual([]);
  });

  test('it is for the provider’s staff alone', async () => {
    for (const caller of [cast.candidate, cast.assessor, cast.moderator])
      await expect(caller.award.list({})).rejects.toThrow('There is no such provider of yours');
  });
});
