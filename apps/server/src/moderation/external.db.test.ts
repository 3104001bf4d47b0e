import { personId, provider } from '@assay/engine';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kinds } from '../testing/databases.ts';
import { acting, atOnce } from '../testing/atOnce.ts';
import { handInQuickly, markQuickly, type HandedIn } from '../testing/quickly.ts';
import { refusalsOf } from '../testing/refusals.ts';
import { sparselySampled } from '../testing/schemes.ts';
import { castOf, type Cast } from '../testing/story.ts';
import { rebuilt } from '../testing/rebuilt.ts';
import { openWorld, password, type TestWorld } from '../testing/world.ts';

describe.each(kinds)('an external moderator on %s', (kind) => {
  let at: TestWorld;
  let cast: Cast;
  let externalId = '';
  let batch = '';
  let portfolios: HandedIn[];

  beforeAll(async () => {
    at = await openWorld(kind, {}, { scheme: sparselySampled });
    cast = await castOf(at);
    externalId = await at.register('Outside Test', 'north', ['externalModerator']);
    portfolios = [];
    for (const name of ['Ann Test', 'Ben Test', 'Cat Test']) {
      const portfolio = await handInQuickly(at, cast, name);
      await markQuickly(at, portfolio.review, cast.assessorId);
      portfolios.push(portfolio);
    }
    const plan = { cohort: cast.cohort, title: 'Window', seed: 'first' };
    ({ batch } = await cast.moderator.moderation.plan({ ...at.command(), ...plan }));
    await cast.moderator.moderation.draw({ ...at.command(), batch, seen: 1 });
  });
  afterAll(() => at[Symbol.asyncDispose]());

  const external = async () => (await at.callerFor(externalId)).moderation.external;
  const inside = async () => ({
    ...at.command(),
    batch,
    seen: (await cast.moderator.moderation.show({ batch })).version,
  });
  const outside = async () => ({ ...at.command(), batch, seen: (await (await external()).show({ batch })).version });
  const upholdAll = async () => {
    const { sample } = await cast.moderator.moderation.show({ batch });
    for (const { submission, found } of sample)
      if (found === null) await cast.moderator.moderation.uphold({ ...(await inside()), submission, note: 'Sound.' });
  };
  const reviewOf = (submission: string) => portfolios.find((one) => one.submission === submission)?.review ?? '';

  test('has nothing to see before the sample inside is upheld', async () => {
    expect(await (await external()).list({})).toEqual({ lines: [], next: null });
    await expect((await external()).show({ batch })).rejects.toThrow('There is no such batch');
    await upholdAll();
    expect((await (await external()).list({})).lines).toMatchObject([
      { batch, status: 'confirmed', title: 'Window', cohortTitle: 'Spring', dueAt: null },
    ]);
    expect(await (await external()).show({ batch })).toMatchObject({ sample: [], may: ['DrawExternalSample'] });
  });

  test('MOD-27 draws with a seed of their own, and sees that sample and nothing else', async () => {
    const { draw, show } = await external();
    expect(await refusalsOf(draw({ ...(await outside()), seed: ' ' }))).toEqual(['MOD-27']);
    await draw({ ...(await outside()), seed: 'outside' });
    const seen = await show({ batch });
    expect(seen.sample).toMatchObject([{ recommended: 'pass', agrees: null, says: null }]);
    expect(seen.dueAt).not.toBeNull();

    const caller = await at.callerFor(externalId);
    const [drawn] = seen.sample;
    const others = portfolios.filter(({ submission }) => submission !== drawn?.submission);
    const own = drawn?.reviews[0] ?? '';
    expect(own).toBe(reviewOf(drawn?.submission ?? ''));
    expect(await caller.review.show({ review: own })).toMatchObject({ may: [], candidateName: drawn?.candidateName });
    expect(await caller.marking.show({ marking: drawn?.marking ?? '' })).toMatchObject({ may: [] });
    expect((await caller.record.facts({ stream: own })).length).toBeGreaterThan(100);
    for (const { review, marking, submission } of others) {
      await expect(caller.review.show({ review })).rejects.toThrow('There is no such review');
      await expect(caller.marking.show({ marking })).rejects.toThrow('There is no such marking');
      await expect(caller.record.facts({ stream: review })).rejects.toThrow('There is no such record');
      await expect(caller.submission.show({ submission })).rejects.toThrow('There is no such submission');
    }
    await expect(caller.moderation.show({ batch })).rejects.toThrow('There is no such batch');
    await expect(caller.record.facts({ stream: batch })).rejects.toThrow('There is no such record');
    expect(await caller.moderation.list()).toEqual({ batches: [], cohorts: [] });
    expect((await caller.moderation.team({})).lines).toEqual([]);
    await expect(caller.cohort.show({ cohort: cast.cohort })).rejects.toThrow('There is no such cohort');
  });

  test('is the only one who sees it from outside', async () => {
    const elsewhere = await at.callerFor(await at.register('Elsewhere Test', 'south', ['externalModerator']));
    for (const caller of [elsewhere, cast.moderator, cast.staff, cast.assessor]) {
      await expect(caller.moderation.external.show({ batch })).rejects.toThrow('There is no such batch');
      expect((await caller.moderation.external.list({})).lines).toEqual([]);
    }
    const seed = {
      ...at.command(),
      batch,
      seed: 'mine',
      seen: (await cast.moderator.moderation.show({ batch })).version,
    };
    await expect(cast.moderator.moderation.external.draw(seed)).rejects.toThrow('There is no such batch');
  });

  test('MOD-28 MOD-29 MOD-31 reports on the sample, and approves only what they agree with', async () => {
    const { report, approve, show } = await external();
    const [drawn] = (await show({ batch })).sample;
    const submission = drawn?.submission ?? '';
    const other = portfolios.find((one) => one.submission !== submission)?.submission ?? '';
    const said = { says: 'LLD is marked too high.', agrees: false };
    expect(await refusalsOf(report({ ...(await outside()), submission: other, ...said }))).toEqual(['MOD-28']);
    expect(await refusalsOf(report({ ...(await outside()), submission, ...said, says: '' }))).toEqual(['MOD-29']);
    await report({ ...(await outside()), submission, ...said });
    expect((await show({ batch })).sample).toMatchObject([{ agrees: false, says: 'LLD is marked too high.' }]);
    expect(await refusalsOf(approve({ ...(await outside()), report: 'Fine.' }))).toEqual(['MOD-31']);
  });

  test('STA-1 withholds the release; moderation is resumed, and what was confirmed before counts once', async () => {
    const { withhold, list } = await external();
    const { moderation } = cast.moderator;
    const before = (await moderation.team({})).lines.find(({ assessor }) => assessor === cast.assessorId);
    expect(await refusalsOf(withhold({ ...(await outside()), report: ' ' }))).toEqual(['MOD-30']);
    await withhold({ ...(await outside()), report: 'One portfolio is too high.' });
    expect((await moderation.show({ batch })).external).toMatchObject({
      report: 'One portfolio is too high.',
      sample: [{ agrees: false, says: 'LLD is marked too high.' }],
    });
    expect(await refusalsOf(moderation.resume({ ...(await inside()), reason: '' }))).toEqual(['MOD-26']);
    await moderation.resume({ ...(await inside()), reason: 'As the report asks.' });
    expect((await list({})).lines).toEqual([]);
    const { sample, draw } = await moderation.show({ batch });
    expect(draw).toBe(2);
    expect(sample.flatMap(({ reasons }) => reasons)).toContain('The external moderator did not agree');
    await upholdAll();
    const after = (await moderation.team({})).lines.find(({ assessor }) => assessor === cast.assessorId);
    const fresh = sample.length - 1;
    expect((after?.confirmedInRow ?? 0) - (before?.confirmedInRow ?? 0)).toBeLessThanOrEqual(fresh);
    expect((await moderation.show({ batch })).status).toBe('confirmed');
  });

  test('MOD-30 approves the release with a report, and the batch goes on to its signature', async () => {
    const { draw, report, approve, show } = await external();
    await draw({ ...(await outside()), seed: 'again' });
    for (const { submission } of (await show({ batch })).sample)
      await report({ ...(await outside()), submission, says: 'Read whole.', agrees: true });
    expect(await refusalsOf(approve({ ...(await outside()), report: '' }))).toEqual(['MOD-30']);
    await approve({ ...(await outside()), report: 'All is in order.' });
    const ready = await cast.moderator.moderation.show({ batch });
    expect(ready).toMatchObject({ status: 'ready', external: { report: 'All is in order.', dueAt: null } });
    await cast.moderator.moderation.signOff({
      ...(await inside()),
      statement: ready.statement,
      digest: ready.digest ?? '',
      password,
    });
    expect((await (await external()).list({})).lines).toMatchObject([{ batch, status: 'signedOff' }]);
    expect((await cast.moderator.moderation.releasable({ batch })).waiting).toHaveLength(3);
  });

  test('who is appointed no longer sees nothing any more, at once', async () => {
    const [drawn] = (await (await external()).show({ batch })).sample;
    await atOnce(at, [acting('clerk', 'provider')], (unit) =>
      unit.change(provider, 'north', null, (by, when) => ({
        type: 'DismissPerson',
        person: personId(externalId),
        role: 'externalModerator',
        reason: 'The year is over.',
        by,
        at: when,
      })),
    );
    const caller = await at.callerFor(externalId);
    expect(await caller.moderation.external.list({})).toEqual({ lines: [], next: null });
    await expect(caller.moderation.external.show({ batch })).rejects.toThrow('There is no such batch');
    await expect(caller.review.show({ review: drawn?.reviews[0] ?? '' })).rejects.toThrow('There is no such review');
    await expect(caller.marking.show({ marking: drawn?.marking ?? '' })).rejects.toThrow('There is no such marking');
  });

  test('leaves a whole record, and read models that the facts alone lead to', async () => {
    const { audited, before, after } = await rebuilt(at.world);
    expect(audited).toMatchObject({ ok: true });
    expect(after).toEqual(before);
  });
});
