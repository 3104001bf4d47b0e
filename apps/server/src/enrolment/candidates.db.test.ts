import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kinds } from '../testing/databases.ts';
import { troubleOf } from '../testing/refusals.ts';
import { castOf, gather, handIn, mark, type Cast } from '../testing/story.ts';
import { openWorld, type TestWorld } from '../testing/world.ts';

describe.each(kinds)('the candidates of a cohort on %s', (kind) => {
  let at: TestWorld;
  let cast: Cast;
  let review = '';

  beforeAll(async () => {
    at = await openWorld(kind);
    cast = await castOf(at);
    const { staff, cohort } = cast;
    const others = ['Ada Byron', 'Éva Szabó', 'eve Smith', 'Zoë 50% Under_score', 'Bea Adams'];
    let seen = 2;
    for (const name of others) {
      const email = `${randomUUID()}@test.example`;
      ({ version: seen } = await staff.cohort.enrol({ ...at.command(), cohort, seen, name, email, route: 'standard' }));
    }
    await gather(at, cast);
    review = await handIn(at, cast);
  });
  afterAll(() => at[Symbol.asyncDispose]());

  type Asked = Omit<Parameters<Cast['staff']['cohort']['candidates']>[0], 'cohort'>;
  const names = async (asked: Asked = {}) => {
    const { lines } = await cast.staff.cohort.candidates({ cohort: cast.cohort, ...asked });
    return lines.map(({ name }) => name);
  };
  const inOrder = ['Ada Byron', 'Bea Adams', 'Candidate Test', 'Éva Szabó', 'eve Smith', 'Zoë 50% Under_score'];

  test('are sorted by name, whatever letters it is written in, page after page', async () => {
    expect(await names()).toEqual(inOrder);
    expect(await names({ descending: true })).toEqual(inOrder.toReversed());
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<Cast['staff']['cohort']['candidates']>> = await cast.staff.cohort.candidates({
        cohort: cast.cohort,
        limit: 2,
        after,
        sort: 'claimed',
        descending: true,
      });
      seen.push(...page.lines.map(({ name }) => name));
      after = page.next;
    } while (after !== null);
    expect(seen).toEqual(['Candidate Test', 'Zoë 50% Under_score', 'eve Smith', 'Éva Szabó', 'Bea Adams', 'Ada Byron']);
    expect(await names({ after: 'no-such-submission' })).toEqual([]);
  });

  test('are sorted by what they have done', async () => {
    for (const sort of ['due', 'items', 'judged'] as const) expect(await names({ sort })).toHaveLength(6);
    expect((await names({ sort: 'items', descending: true }))[0]).toBe('Candidate Test');
  });

  test('are found by a part of their name or by their address', async () => {
    expect(await names({ search: 'EV' })).toEqual(['Éva Szabó', 'eve Smith']);
    expect(await names({ search: 'eva sz' })).toEqual(['Éva Szabó']);
    expect(await names({ search: '50%' })).toEqual(['Zoë 50% Under_score']);
    expect(await names({ search: '0%U' })).toEqual([]);
    expect(await names({ search: 'r_s' })).toEqual(['Zoë 50% Under_score']);
    expect(await names({ search: 'Candidate.Test@test.example' })).toEqual(['Candidate Test']);
  });

  test('are filtered by their stage and by who marks them', async () => {
    expect(await names({ stage: 'marking' })).toEqual(['Candidate Test']);
    expect(await names({ stage: 'gathering', search: 'a' })).toEqual(['Ada Byron', 'Bea Adams', 'Éva Szabó']);
    expect(await names({ assessor: cast.assessorId })).toEqual(['Candidate Test']);
    expect(await names({ assessor: cast.candidateId })).toEqual([]);
  });

  test('have their counts in the list, and the cohort its totals by decisions made', async () => {
    const { staff, cohort, assessor } = cast;
    const { judged, covered } = at.world.library.book;
    const seen = await mark(at, assessor, review, [...judged.keys()].slice(0, 7), [...covered.keys()], () => 3);
    const { lines } = await staff.cohort.candidates({ cohort, sort: 'judged', descending: true, limit: 1 });
    expect(lines).toMatchObject([
      {
        name: 'Candidate Test',
        stage: 'marking',
        items: 4,
        claimed: 122,
        statements: 122,
        decisions: { made: 7, of: 53 },
        review: { review, version: seen, status: 'marking', assessorName: 'Assessor Test' },
        outcome: null,
      },
    ]);
    expect(await staff.cohort.totals({ cohort })).toMatchObject({
      candidates: 6,
      stages: { gathering: 5, marking: 1 },
      decisions: { made: 7, of: 6 * 53 },
    });
    expect(await staff.cohort.list()).toMatchObject([{ cohort, candidates: 6, decisions: { made: 7 } }]);
    expect((await staff.cohort.show({ cohort })).candidates.map(({ name }) => name)).toEqual(inOrder);
  });

  test('show a member of staff who marks one of them their own review of it, and no other', async () => {
    const { cohort } = cast;
    const second = await at.register('Second Test', 'north', ['assessor', 'provider']);
    const caller = await at.callerFor(second);
    const line = async () =>
      (await caller.cohort.candidates({ cohort, stage: 'marking' })).lines.map(({ decisions, review: shown }) => [
        decisions.made,
        shown?.assessorName,
      ]);
    expect(await line()).toEqual([[7, 'Assessor Test']]);
    // As it is once a second marker was asked for: another review of the same portfolio, allocated and not begun.
    const first = await at.world.db
      .selectFrom('review')
      .selectAll()
      .where('review', '=', review)
      .executeTakeFirstOrThrow();
    const blind = { ...first, review: 'second', assessor: second, status: 'allocated', judged: 0 };
    await at.world.db.insertInto('review').values(blind).execute();
    expect(await line()).toEqual([[0, 'Second Test']]);
    expect(
      (await caller.cohort.show({ cohort })).candidates.filter(({ review: shown }) => shown !== null),
    ).toMatchObject([{ decisions: { made: 0 }, review: { review: 'second' } }]);
    await at.world.db.deleteFrom('review').where('review', '=', 'second').execute();
  });

  test('are their own provider’s to see, and nobody else’s', async () => {
    const { cohort, candidate, assessor, moderator } = cast;
    const stranger = await at.callerFor(await at.register('Stranger Test', 'south', ['provider']));
    for (const caller of [stranger, candidate, assessor, moderator]) {
      expect(await troubleOf(caller.cohort.candidates({ cohort }))).toMatchObject({ code: 'notFound' });
      expect(await troubleOf(caller.cohort.totals({ cohort }))).toMatchObject({ code: 'notFound' });
      expect(await troubleOf(caller.record.facts({ stream: cohort }))).toMatchObject({ code: 'notFound' });
    }
  });
});
