import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kinds } from '../testing/databases.ts';
import { handInQuickly, markAgainQuickly, markQuickly, type HandedIn } from '../testing/quickly.ts';
import { refusalsOf, troubleOf } from '../testing/refusals.ts';
import { sparselySampled } from '../testing/schemes.ts';
import { castOf, type Cast } from '../testing/story.ts';
import { rebuilt } from '../testing/rebuilt.ts';
import { openWorld, type TestWorld } from '../testing/world.ts';

const names = ['Ann Test', 'Ben Test', 'Cat Test', 'Dan Test'];

describe.each(kinds)('a batch on %s', (kind) => {
  let at: TestWorld;
  let cast: Cast;
  let batch = '';
  let portfolios: HandedIn[];

  beforeAll(async () => {
    at = await openWorld(kind, {}, { scheme: sparselySampled });
    cast = await castOf(at);
    portfolios = [];
    for (const name of names) portfolios.push(await handInQuickly(at, cast, name));
  });
  afterAll(() => at[Symbol.asyncDispose]());

  const shown = () => cast.moderator.moderation.show({ batch });
  const seen = async () => ({ ...at.command(), batch, seen: (await shown()).version });
  const named = (submission: string) => {
    const found = portfolios.find((portfolio) => portfolio.submission === submission);
    if (found === undefined) throw new Error(`${submission} is of nobody`);
    return found;
  };
  /** The portfolio of the sample that waits for a decision. */
  const waiting = async () => {
    const found = (await shown()).sample.find((line) => line.found === null);
    if (found === undefined) throw new Error('nothing waits');
    return found;
  };
  const uphold = async (marks = {}) => {
    const { submission } = await waiting();
    return cast.moderator.moderation.uphold({ ...(await seen()), submission, note: 'Sound.', marks });
  };

  test('is planned for from how many there are, and not from any mark', async () => {
    const { moderator, cohort } = cast;
    for (const { review } of portfolios.slice(0, 2)) await markQuickly(at, review, cast.assessorId);
    const before = await moderator.moderation.preview({ cohort, everyKth: 2 });
    expect(before).toMatchObject({
      waiting: 2,
      // The cast's own candidate has handed nothing in.
      expected: 4,
      random: 1,
      atLeast: 1,
      assessors: [{ name: 'Assessor Test', light: 'red', portfolios: 2, atLeast: 0 }],
      markedTwice: 2,
    });
    for (const { review } of portfolios.slice(2)) await markQuickly(at, review, cast.assessorId, () => 2);
    expect(await moderator.moderation.preview({ cohort, everyKth: null })).toMatchObject({
      waiting: 4,
      expected: 4,
      random: 1,
      markedTwice: 0,
    });
    for (const caller of [cast.staff, cast.assessor, await at.callerFor(await stranger(at))])
      await expect(caller.moderation.preview({ cohort })).rejects.toThrow('There is no such cohort');
  });

  test('MOD-15 MOD-16 has its plan revised with a reason while nothing is drawn', async () => {
    const { moderation } = cast.moderator;
    const plan = { cohort: cast.cohort, title: 'Window', seed: 'first' };
    ({ batch } = await moderation.plan({ ...at.command(), ...plan }));
    const revision = { seed: 'second', everyKth: 3, reason: 'The first was published.' };
    expect(await refusalsOf(moderation.revise({ ...(await seen()), ...revision, reason: '' }))).toEqual(['MOD-16']);
    await moderation.revise({ ...(await seen()), ...revision });
    expect(await shown()).toMatchObject({ seed: 'second', everyKth: 3, planVersion: 2, status: 'planned', waiting: 4 });
  });

  test('K1 is not revised once it is drawn, nor drawn by whoever saw an older version', async () => {
    const { moderation } = cast.moderator;
    const late = await troubleOf(moderation.draw({ ...at.command(), batch, seen: 1 }));
    expect(late).toMatchObject({ code: 'clash', seen: 1, now: 2, wrote: [{ type: 'PlanRevised' }] });
    await moderation.draw(await seen());
    const { sample, others, status } = await shown();
    expect([sample.length, others.length, status]).toEqual([1, 3, 'sampling']);
    const revision = { seed: 'third', everyKth: null, reason: 'Too late.' };
    expect(await refusalsOf(moderation.revise({ ...(await seen()), ...revision }))).toEqual(['K1']);
  });

  test('shows a moderator the reviews of its sample, and no others', async () => {
    const { sample, others } = await shown();
    const review = (submission = '') => cast.moderator.review.show({ review: named(submission).review });
    const marking = (submission = '') => cast.moderator.marking.show({ marking: named(submission).marking });
    expect(await review(sample[0]?.submission)).toMatchObject({ may: [], marker: 'first' });
    expect(await marking(sample[0]?.submission)).toMatchObject({ differences: [], may: [] });
    await expect(review(others[0]?.submission)).rejects.toThrow('There is no such review');
    await expect(marking(others[0]?.submission)).rejects.toThrow('There is no such marking');
    const stranded = await at.callerFor(await stranger(at));
    await expect(stranded.moderation.show({ batch })).rejects.toThrow('There is no such batch');
    await expect(stranded.review.show({ review: named(sample[0]?.submission ?? '').review })).rejects.toThrow();
  });

  test('MOD-20 is doubled where a portfolio is beyond tolerance, and then marked again by another', async () => {
    const { moderation } = cast.moderator;
    for (const stage of ['sampling', 'doubled']) {
      expect((await shown()).status).toBe(stage);
      const { submission } = await waiting();
      const own = { 'LLD.S1': 0 };
      expect(await refusalsOf(uphold(own))).toEqual(['MOD-20']);
      await moderation.query({
        ...(await seen()),
        submission,
        queries: [{ standard: 'LLD.S1', says: 'Look again at E1.', mark: 0 }],
      });
      const { review } = named(submission);
      const asked = await cast.assessor.review.show({ review });
      expect(asked).toMatchObject({ status: 'marking', queries: [{ standard: 'LLD.S1', says: 'Look again at E1.' }] });
      // The moderator's own mark stays with the batch.
      expect(JSON.stringify(asked.queries)).not.toContain('mark');
      await markAgainQuickly(at, review, cast.assessorId, 2);
      await uphold();
    }
    expect(await shown()).toMatchObject({ status: 'remarking', concerned: [{ person: cast.assessorId }] });
  });

  test('MOD-21 REV-22 sends what nobody has seen to another assessor, as an order with a reason', async () => {
    const { moderator, staff } = cast;
    const order = { assessor: cast.assessorId, reason: 'Two samples in a row were beyond tolerance.' };
    expect(await refusalsOf(moderator.moderation.orderRemarking({ ...(await seen()), ...order, reason: '' }))).toEqual([
      'MOD-21',
    ]);
    await moderator.moderation.orderRemarking({ ...(await seen()), ...order });
    const { others } = await shown();
    expect(others.map(({ remarking }) => remarking)).toEqual([true, true]);
    const { lines } = await staff.review.awaiting({});
    expect(lines.map(({ marker, not }) => [marker, not])).toEqual([
      ['first', [cast.assessorId]],
      ['first', [cast.assessorId]],
    ]);
    const [line] = lines;
    const allocate = { review: line?.review ?? '', seen: line?.version ?? 0, assessor: cast.assessorId };
    expect(await refusalsOf(staff.review.allocate({ ...at.command(), ...allocate }))).toEqual(['REV-22']);
    expect((await cast.staff.submission.show({ submission: line?.submission ?? '' })).stage).toBe('marking');
    for (const { review } of lines) await markQuickly(at, review, cast.secondId, () => 4);
    expect(await shown()).toMatchObject({ status: 'remarked', concerned: [] });
  });

  test('is drawn anew once everything is back, with nothing decided of it', async () => {
    const { moderation } = cast.moderator;
    await moderation.redraw(await seen());
    expect(await shown()).toMatchObject({ status: 'sampling', draw: 2, upheld: 0, sampled: 1 });
    await uphold();
    expect((await shown()).status).toBe('confirmed');
  });

  test('tells on the standing of its assessors, for their moderators to see', async () => {
    const { lines, next, asks } = await cast.moderator.moderation.team({});
    expect(next).toBeNull();
    expect(asks.redToAmber).toEqual({ consecutiveConfirmed: 3 });
    const of = (id: string) => lines.find(({ assessor }) => assessor === id);
    expect(of(cast.assessorId)).toMatchObject({ name: 'Assessor Test', light: 'red', open: 0, sealed: 4 });
    expect((of(cast.assessorId)?.moderated ?? 0) + (of(cast.secondId)?.moderated ?? 0)).toBe(3);
    expect(of(cast.secondId)).toMatchObject({ name: 'Second Test', sealed: 2, seeded: { marked: 0, right: 0 } });
    const log = { stream: of(cast.assessorId)?.standing ?? '' };
    expect((await cast.moderator.record.facts(log)).map(({ type }) => type)).toContain('RowBroken');
    for (const caller of [cast.staff, cast.assessor, await at.callerFor(await stranger(at))])
      await expect(caller.record.facts(log)).rejects.toThrow('There is no such record');
    const page = await cast.moderator.moderation.team({ limit: 1 });
    expect(page.lines).toHaveLength(1);
    const rest = await cast.moderator.moderation.team({ limit: 1, after: page.next });
    expect([...page.lines, ...rest.lines].map(({ assessor }) => assessor)).toEqual(
      lines.map(({ assessor }) => assessor),
    );
    for (const caller of [cast.staff, cast.assessor]) expect((await caller.moderation.team({})).lines).toEqual([]);
  });

  test('is nothing to whoever marks in it, whatever else they are', async () => {
    const { staff } = cast;
    await staff.provider.appoint({
      ...at.command(),
      name: 'Second Test',
      email: 'second.test@test.example',
      role: 'moderator',
    });
    const marks = await at.callerFor(cast.secondId);
    expect((await marks.moderation.list()).batches).toEqual([]);
    await expect(marks.moderation.show({ batch })).rejects.toThrow('There is no such batch');
    await expect(marks.moderation.releasable({ batch })).rejects.toThrow('There is no such batch');
    expect((await cast.moderator.moderation.list()).batches).toMatchObject([{ batch, portfolios: 4, sampled: 1 }]);
  });

  test('leaves a whole record, and read models that the facts alone lead to', async () => {
    const { audited, before, after } = await rebuilt(at.world);
    expect(audited).toMatchObject({ ok: true });
    expect(after).toEqual(before);
  });
});

let strangers = 0;
/** A moderator of another provider. */
function stranger(at: TestWorld): Promise<string> {
  strangers += 1;
  return at.register(`Stranger ${strangers} Test`, 'south', ['moderator']);
}
