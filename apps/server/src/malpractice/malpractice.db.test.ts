import { statementCode } from '@assay/standards';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recommended, release, type Found } from '../testing/awarded.ts';
import { kinds } from '../testing/databases.ts';
import { toldTo } from '../testing/notices.ts';
import { rebuilt } from '../testing/rebuilt.ts';
import { refusalsOf } from '../testing/refusals.ts';
import { castOf, enrolled, type Cast } from '../testing/story.ts';
import { openWorld, type TestWorld } from '../testing/world.ts';

type Caller = Cast['candidate'];

const standard = statementCode.parse('BAR.S3');

describe.each(kinds)('on %s', (kind) => {
  let at: TestWorld;
  let cast: Cast;
  let decider: Caller;

  beforeAll(async () => {
    at = await openWorld(kind);
    cast = await castOf(at);
    decider = await at.callerFor(await at.register('Decider Test', 'north', ['moderator']));
  });
  afterAll(() => at[Symbol.asyncDispose]());

  /** Somebody with one account in their portfolio. */
  async function withAccount(name: string) {
    const who = await enrolled(at, cast, name);
    const { item } = await who.caller.evidence.write({
      ...at.command(),
      submission: who.submission,
      item: null,
      seen: 0,
      title: 'Account',
      component: 'C1',
      dated: '2026-02-01',
      text: 'What I did.',
    });
    return { ...who, item };
  }

  const report = (submission: string, evidence: readonly string[], by: Caller = cast.staff) =>
    by.malpractice.report({
      ...at.command(),
      submission,
      says: 'The account is somebody else’s.',
      evidence: [...evidence],
    });

  /** Reported, investigated and answered: to be decided at version 4. */
  async function answered(who: { submission: string; item: string; caller: Caller }) {
    const { malpractice } = await report(who.submission, [who.item]);
    await decider.malpractice.investigate({ ...at.command(), malpractice, seen: 1 });
    await who.caller.malpractice.answer({ ...at.command(), malpractice, seen: 2, says: 'I wrote it myself.' });
    return malpractice;
  }

  const decide = (
    malpractice: string,
    found: Pick<Parameters<Caller['malpractice']['decide']>[0], 'finding' | 'penalty' | 'voided'>,
  ) =>
    decider.malpractice.decide({
      ...at.command(),
      malpractice,
      seen: 3,
      reason: 'Both accounts were compared.',
      ...found,
    });

  const awarded = async (who: Found) => recommended(at, cast, who);
  const statusOf = async (award: string) => (await decider.award.show({ award })).status;

  describe('a case that is dismissed', () => {
    let who: Awaited<ReturnType<typeof withAccount>>;
    let award = '';
    let malpractice = '';

    beforeAll(async () => {
      who = await withAccount('Max Test');
      award = await awarded(who);
    });

    test('is reported by whoever has to do with the portfolio, and holds its award', async () => {
      const south = await at.callerFor(await at.register('South Test', 'south', ['provider', 'moderator']));
      const external = await at.callerFor(await at.register('External Test', 'north', ['externalModerator']));
      for (const stranger of [south, external, cast.assessor, cast.candidate, who.caller])
        await expect(report(who.submission, [], stranger)).rejects.toThrow('There is no such submission');
      await expect(report(who.submission, ['nothing'])).rejects.toThrow('nothing is no evidence of this portfolio');
      expect(
        await refusalsOf(
          cast.staff.malpractice.report({ ...at.command(), submission: who.submission, says: ' ', evidence: [] }),
        ),
      ).toEqual(['MAL-1']);
      ({ malpractice } = await report(who.submission, [who.item], cast.moderator));
      expect(await decider.award.show({ award })).toMatchObject({
        status: 'held',
        moderation: { holds: [{ hold: malpractice, kind: 'malpractice' }] },
      });
      const { version } = await decider.award.show({ award });
      expect(
        await refusalsOf(cast.moderator.award.liftHold({ ...at.command(), award, seen: version, reason: 'Enough.' })),
      ).toEqual(['AWD-5']);
    });

    test('is read by the moderators who may act on it, not by the candidate before it is looked into', async () => {
      expect((await decider.malpractice.list({ status: ['reported'] })).lines).toMatchObject([
        { malpractice, candidateName: 'Max Test', version: 1 },
      ]);
      expect(await decider.malpractice.show({ malpractice })).toMatchObject({
        says: 'The account is somebody else’s.',
        reporterName: 'Moderator Test',
        evidence: [{ item: who.item, title: 'Account' }],
        decided: null,
        may: ['OpenInvestigation', 'DismissReport'],
      });
      const staffed = await at.callerFor(await at.register('Southern Test', 'south', ['moderator']));
      for (const caller of [who.caller, cast.staff, cast.assessor, staffed]) {
        await expect(caller.malpractice.show({ malpractice })).rejects.toThrow('There is no such malpractice case');
        await expect(caller.record.facts({ stream: malpractice })).rejects.toThrow('There is no such record');
        expect((await caller.malpractice.list({})).lines).toEqual([]);
        expect(await caller.malpractice.mine()).toEqual([]);
      }
    });

    test('is not dismissed by whoever reported it; the hold goes with the case', async () => {
      const dismiss = { malpractice, seen: 1, reason: 'There is no sign of it.' };
      expect(await refusalsOf(cast.moderator.malpractice.dismiss({ ...at.command(), ...dismiss }))).toEqual(['MAL-4']);
      expect(await refusalsOf(decider.malpractice.dismiss({ ...at.command(), ...dismiss, reason: '' }))).toEqual([
        'MAL-3',
      ]);
      await decider.malpractice.dismiss({ ...at.command(), ...dismiss });
      expect(await statusOf(award)).toBe('recommended');
      expect(await who.caller.malpractice.mine()).toEqual([]);
      await release(at, cast, award);
    });
  });

  test('the candidate reads what is alleged once it is looked into, not by whom, and answers; unproven, nothing follows', async () => {
    const who = await withAccount('Ned Test');
    const award = await awarded(who);
    const { malpractice } = await report(who.submission, [who.item]);
    await decider.malpractice.investigate({ ...at.command(), malpractice, seen: 1 });
    // Told on 10 March, to be answered within ten working days.
    expect(await toldTo(at.world, who.candidate)).toContain(
      'Something was alleged of your portfolio, and it is looked into. You can read what, and answer until 2026-03-24.',
    );
    expect(await who.caller.malpractice.show({ malpractice })).toMatchObject({
      says: 'The account is somebody else’s.',
      reporterName: null,
      may: ['AnswerAllegation'],
    });
    const decided = { malpractice, seen: 2, finding: 'none' as const, penalty: null, voided: null, reason: 'Enough.' };
    expect(await refusalsOf(decider.malpractice.decide({ ...at.command(), ...decided }))).toEqual(['MAL-6']);
    await who.caller.malpractice.answer({ ...at.command(), malpractice, seen: 2, says: 'I wrote it myself.' });
    expect(await refusalsOf(decide(malpractice, { finding: 'none', penalty: 'warning', voided: null }))).toEqual([
      'MAL-8',
    ]);
    await decide(malpractice, { finding: 'none', penalty: null, voided: null });
    expect(await statusOf(award)).toBe('recommended');
    expect((await who.caller.record.facts({ stream: malpractice })).map(({ type }) => type)).toEqual([
      'InvestigationOpened',
      'AllegationAnswered',
      'MalpracticeNotProven',
    ]);
    await release(at, cast, award);
    const holds = (await who.caller.record.facts({ stream: award })).map(({ type }) => type);
    expect(holds).toEqual(['AwardRecommended', 'AwardPassed']);
  });

  test('evidence that is voided takes the scores that rested on it alone, and the hold goes', async () => {
    const who = await withAccount('Oda Test');
    const award = await awarded(who);
    const malpractice = await answered(who);
    const voided = { evidence: [who.item], standards: [standard] };
    expect(await refusalsOf(decide(malpractice, { finding: 'proven', penalty: 'warning', voided }))).toEqual(['MAL-9']);
    await decide(malpractice, { finding: 'proven', penalty: 'evidenceVoided', voided });
    expect(await decider.award.show({ award })).toMatchObject({
      status: 'recommended',
      outcome: 'refer',
      corrections: [{ changes: [{ standard, from: 3, to: 0, code: 'malpractice' }] }],
    });
    expect(await who.caller.malpractice.show({ malpractice })).toMatchObject({
      status: 'proven',
      decided: { penalty: 'evidenceVoided', voided },
    });
  });

  test('a voided attempt is used up, released or not, and the next one opens while one remains', async () => {
    const who = await withAccount('Pia Test');
    const award = await awarded(who);
    await release(at, cast, award);
    await decide(await answered(who), { finding: 'proven', penalty: 'attemptVoided', voided: null });
    expect(await who.caller.award.show({ award })).toMatchObject({
      status: 'voided',
      voided: { reason: 'Both accounts were compared.' },
      next: { attempt: 2 },
    });
    expect((await who.caller.submission.mine()).map(({ attempt, stage }) => ({ attempt, stage }))).toEqual([
      { attempt: 2, stage: 'gathering' },
      { attempt: 1, stage: 'released' },
    ]);
  });

  describe('what was found before there was an award follows once it is recommended', () => {
    test('a case that is open holds it', async () => {
      const who = await withAccount('Quin Test');
      const { malpractice } = await report(who.submission, []);
      const award = await awarded(who);
      expect(await statusOf(award)).toBe('held');
      await decider.malpractice.dismiss({ ...at.command(), malpractice, seen: 1, reason: 'No sign.' });
      expect(await statusOf(award)).toBe('recommended');
    });

    test('a disqualified candidate is awarded nothing, sees no marks, and has no next attempt', async () => {
      const who = await withAccount('Rob Test');
      await decide(await answered(who), { finding: 'proven', penalty: 'disqualified', voided: null });
      const award = await awarded(who);
      expect(await statusOf(award)).toBe('voided');
      await expect(who.caller.award.show({ award })).rejects.toThrow('There is no such award');
      expect(await who.caller.award.mine()).toEqual([]);
      expect((await who.caller.submission.mine()).map(({ stage }) => stage)).toEqual(['voided']);
      expect((await cast.staff.award.list({ outcome: 'void' })).lines).toMatchObject([
        { award, outcome: 'void' },
        { candidateName: 'Pia Test' },
      ]);
    });

    test('evidence that was voided counts for nothing in it', async () => {
      const who = await withAccount('Sue Test');
      const voided = { evidence: [who.item], standards: [standard] };
      await decide(await answered(who), { finding: 'proven', penalty: 'evidenceVoided', voided });
      const award = await awarded(who);
      expect(await decider.award.show({ award })).toMatchObject({
        status: 'recommended',
        outcome: 'refer',
        corrections: [{ changes: [{ standard, from: 3, to: 0 }] }],
      });
    });
  });

  test('the record verifies, and the read models are what the facts say', async () => {
    const { audited, before, after } = await rebuilt(at.world);
    expect(audited).toMatchObject({ ok: true });
    expect(after).toEqual(before);
  });
});
