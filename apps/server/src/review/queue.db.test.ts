import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kinds } from '../testing/databases.ts';
import { handInQuickly, markQuickly, type HandedIn } from '../testing/quickly.ts';
import { refusalsOf } from '../testing/refusals.ts';
import { markedByOne, tolerant } from '../testing/schemes.ts';
import { castOf, judgeOn, type Cast } from '../testing/story.ts';
import { rebuilt } from '../testing/rebuilt.ts';
import { openWorld, type TestWorld } from '../testing/world.ts';

describe.each(kinds)('an assessor’s queue on %s', (kind) => {
  let at: TestWorld;
  let cast: Cast;
  let portfolios: HandedIn[];

  beforeAll(async () => {
    at = await openWorld(kind, {}, { scheme: markedByOne });
    cast = await castOf(at);
    portfolios = [];
    for (const name of ['Ann Test', 'Ben Test', 'Cat Test', 'Dan Test', 'Eve Test'])
      portfolios.push(await handInQuickly(at, cast, name));
    const [sealed, alsoSealed, ...open] = portfolios;
    for (const done of [sealed, alsoSealed]) await markQuickly(at, done?.review ?? '', cast.assessorId);
    for (const { review } of open)
      await cast.staff.review.allocate({ ...at.command(), review, seen: 1, assessor: cast.assessorId });
  });
  afterAll(() => at[Symbol.asyncDispose]());

  /** The names on every page of a list, page by page. */
  const pages = async (of: 'open' | 'sealed', limit: number) => {
    const found: string[][] = [];
    for (let after: string | null = null; ;) {
      const page: Awaited<ReturnType<typeof cast.assessor.review.queuePage>> = await cast.assessor.review.queuePage({
        of,
        limit,
        after,
      });
      found.push(page.lines.map(({ candidateName }) => candidateName));
      if (page.next === null) return found;
      after = page.next;
    }
  };

  test('comes a page at a time: what is open by its deadline, and what is sealed, the latest first', async () => {
    const [, , cat] = portfolios;
    // Whoever begins has longer: the deadline of the seal takes the place of the one to begin.
    await cast.assessor.review.begin({ ...at.command(), review: cat?.review ?? '', seen: 2, noConflict: true });
    const open = await pages('open', 2);
    expect(open.map((names) => names.length)).toEqual([2, 1]);
    expect([open[0]?.toSorted(), open[1]]).toEqual([['Dan Test', 'Eve Test'], ['Cat Test']]);
    expect(await pages('sealed', 1)).toEqual([['Ben Test'], ['Ann Test']]);
    expect(await pages('sealed', 100)).toEqual([['Ben Test', 'Ann Test']]);
  });

  test('has on each line what its assessor needs to choose by', async () => {
    const { lines } = await cast.assessor.review.queuePage({ of: 'sealed', limit: 1 });
    expect(lines).toMatchObject([
      { marker: 'first', judged: 53, standards: 53, round: 1, dueAt: null, cohortTitle: 'Spring', queried: [] },
    ]);
    expect(lines[0]?.sealedAt).not.toBeNull();
  });

  test('is each assessor’s own', async () => {
    for (const caller of [cast.second, cast.staff, cast.moderator])
      expect(await caller.review.queuePage({})).toEqual({ lines: [], next: null });
  });

  test('takes a page of 100 lines at most, after a place that it gave itself', async () => {
    await expect(cast.assessor.review.queuePage({ limit: 101 })).rejects.toThrow('a page has 100 lines at most');
    await expect(cast.assessor.review.queuePage({ after: 'page 2' })).rejects.toThrow('is not where a page ended');
  });

  test('leaves a whole record, and read models that the facts alone lead to', async () => {
    const { audited, before, after } = await rebuilt(at.world);
    expect(audited).toMatchObject({ ok: true });
    expect(after).toEqual(before);
  });
});

describe.each(kinds)('an allowance on %s', (kind) => {
  test('REV-27 is logged with a reason where the profile covers it, is shown, and falls with a new judgement', async () => {
    await using at = await openWorld(kind, {}, { scheme: tolerant });
    const cast = await castOf(at);
    const { review } = await handInQuickly(at, cast, 'Ann Test');
    const { assessor, staff } = cast;
    await staff.review.allocate({ ...at.command(), review, seen: 1, assessor: cast.assessorId });
    const begun = await assessor.review.begin({ ...at.command(), review, seen: 2, noConflict: true });
    const area = [...(at.world.library.book.judgedIn.values().next().value ?? [])];
    const standards = area.map(({ code }) => code);
    const low = area.findLast(({ critical }) => !critical)?.code ?? '';
    let version = await judgeOn(at, assessor, ['E1', 'E2'], begun.version, {
      review,
      standards,
      scoreOf: (code) => (code === low ? 1 : 3),
    });
    const log = { review, area: area[0]?.area ?? '', reason: 'Not yet in post for a year.' };
    expect(
      await refusalsOf(assessor.review.logAllowance({ ...at.command(), ...log, seen: version, reason: ' ' })),
    ).toEqual(['REV-27']);
    ({ version } = await assessor.review.logAllowance({ ...at.command(), ...log, seen: version }));
    expect((await assessor.review.show({ review })).allowances).toEqual({ LLD: log.reason });
    await judgeOn(at, assessor, ['E1', 'E2'], version, { review, standards: [low], scoreOf: () => 2 });
    expect((await assessor.review.show({ review })).allowances).toEqual({});
  });
});
