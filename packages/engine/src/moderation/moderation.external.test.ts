import { shippedFrameworks } from '@assay/standards/files';
import { describe, expect, test } from 'vitest';
import { batchId, cohortId, personId, type Actor } from '../kernel/index.ts';
import { as, demoProvider, given, noon, people, smallBook, someCandidature } from '../testing/index.ts';
import {
  drawExternalSample,
  drawSample,
  moderation,
  planDigest,
  signingDigest,
  type ApproveRelease,
  type Candidature,
  type DrawExternalSample,
  type ModerationCommand,
  type ReportOnPortfolio,
  type WithholdRelease,
} from './index.ts';

const [npqicl] = shippedFrameworks();
if (npqicl?.scheme == null) throw new Error('no scheme is shipped');
const { scheme } = npqicl;
const book = smallBook(scheme);

const at = noon(20);
const by = people.moderator;
const external: Actor = { person: personId('external-1'), role: 'externalModerator', provider: demoProvider };
const first = someCandidature(1);
const second = someCandidature(2);
const population = [first, second];
const standings = { 'assessor-1': { light: 'green' as const, moderated: 9 } };

const plan: ModerationCommand = {
  type: 'PlanBatch',
  batch: batchId('batch-1'),
  cohort: cohortId('cohort-1'),
  provider: demoProvider,
  title: 'Spring 2026',
  seed: 'spring',
  marksVisible: false,
  by,
  at,
};
const uphold = ({ submission }: Candidature): ModerationCommand => ({
  type: 'UpholdReview',
  submission,
  note: 'Sound.',
  by,
  at,
});
const draw: DrawExternalSample = { type: 'DrawExternalSample', seed: 'from outside', by: external, at };
const report = ({ submission }: Candidature, agrees = true): ReportOnPortfolio => ({
  type: 'ReportOnPortfolio',
  submission,
  says: ' Read in full. ',
  agrees,
  by: external,
  at,
});
const approve: ApproveRelease = { type: 'ApproveRelease', report: ' All is well. ', by: external, at };
const withhold: WithholdRelease = { type: 'WithholdRelease', report: ' One is not. ', by: external, at };
const resume: ModerationCommand = { type: 'ResumeModeration', reason: ' To look again. ', standings, by, at };

const confirmed = given(moderation, book)
  .after(plan)
  .after({ type: 'DrawSample', population, standings, by, at })
  .after(uphold(first))
  .after(uphold(second));
const outside = confirmed.after(draw);
const withheld = outside.after(report(first)).after(report(second, false)).after(withhold);

describe('a look from outside', () => {
  test('MOD-27 begins with a seed that the external moderator gives', () => {
    expect(confirmed.when({ ...draw, seed: ' ' })).toEqual({ refused: ['MOD-27'] });
    expect(confirmed.when(draw)).toEqual({ facts: ['ExternalSampleDrawn'] });
  });

  test('is drawn from what was moderated, and due in ten working days', () => {
    const sample = drawExternalSample(population, () => true, 'from outside', book);
    expect(outside.facts.at(-1)).toEqual({
      type: 'ExternalSampleDrawn',
      seed: 'from outside',
      sample,
      due: { at: '2026-04-07T22:59:59.999Z', clock: 'external-sample' },
      by: external,
      at,
    });
    expect(outside.state).toMatchObject({
      status: 'externalSampling',
      context: { external: { seed: 'from outside', sample, agrees: [null, null] }, externalModerators: ['external-1'] },
    });
    expect(outside.state && moderation.deadline(outside.state)).toEqual({
      at: '2026-04-07T22:59:59.999Z',
      clock: 'external-sample',
      command: null,
    });
    expect(confirmed.state && moderation.deadline(confirmed.state)).toBeNull();
    for (const over of [withheld, outside.after(report(first)).after(report(second)).after(approve)])
      expect(over.state && moderation.deadline(over.state)).toBeNull();
  });

  test('draws only portfolios that a moderator upheld, besides what must be seen', () => {
    const one = smallBook(scheme, {
      sampling: {
        ...scheme.sampling,
        allUpTo: 0,
        atLeast: 1,
        fraction: 0,
        squareRoot: false,
        extremes: false,
        ratings: { ...scheme.sampling.ratings, green: { ...scheme.sampling.ratings.green, fraction: 0, atLeast: 0 } },
      },
    });
    const scene = given(moderation, one).after(plan).after({ type: 'DrawSample', population, standings, by, at });
    const [drawn] = scene.state?.context.sample ?? [];
    const upheld = population.find(({ submission }) => submission === drawn?.submission);
    if (upheld === undefined) throw new Error('one is drawn');
    expect(scene.after(uphold(upheld)).after(draw).state?.context.external?.sample).toEqual([
      { submission: upheld.submission, reasons: ['All that were moderated are seen'] },
    ]);
  });

  test('MOD-28 reports on portfolios of its own sample', () => {
    expect(outside.when(report(someCandidature(3)))).toEqual({ refused: ['MOD-28'] });
  });

  test('MOD-29 says of each portfolio what was found', () => {
    expect(outside.when({ ...report(first), says: ' ' })).toEqual({ refused: ['MOD-29'] });
    expect(outside.after(report(first)).facts.at(-1)).toEqual({
      type: 'PortfolioReported',
      submission: 'submission-1',
      says: 'Read in full.',
      agrees: true,
      by: external,
      at,
    });
  });

  test('keeps what was said of each, the latest where it was said twice', () => {
    const sample = outside.state?.context.external?.sample.map(({ submission }) => submission) ?? [];
    const agreed = ({ state }: typeof outside) =>
      Object.fromEntries(sample.map((submission, place) => [submission, state?.context.external?.agrees[place]]));
    expect(agreed(outside.after(report(first)))).toEqual({ 'submission-1': true, 'submission-2': null });
    expect(agreed(outside.after(report(second, false)).after(report(first)))).toEqual({
      'submission-1': true,
      'submission-2': false,
    });
    expect(agreed(outside.after(report(first, false)).after(report(first)))['submission-1']).toBe(true);
  });

  test('MOD-30 is ended with a report', () => {
    const all = outside.after(report(first)).after(report(second));
    expect(all.when({ ...approve, report: ' ' })).toEqual({ refused: ['MOD-30'] });
    expect(outside.when({ ...withhold, report: ' ' })).toEqual({ refused: ['MOD-30'] });
    expect(all.after(approve).facts.at(-1)).toEqual({
      type: 'ReleaseApproved',
      report: 'All is well.',
      by: external,
      at,
    });
    expect(all.after(approve).state?.status).toBe('ready');
  });

  test('MOD-31 approves a release only where every portfolio is agreed with', () => {
    expect(outside.after(report(first)).when(approve)).toEqual({ refused: ['MOD-31'] });
    expect(outside.after(report(first)).says(approve)).toEqual([
      'A release is approved when the external moderator agrees with every portfolio of their sample. Not so yet: submission-2.',
    ]);
    expect(outside.after(report(first)).after(report(second, false)).when(approve)).toEqual({ refused: ['MOD-31'] });
    expect(outside.after(report(first)).after(report(second)).when(approve)).toEqual({ facts: ['ReleaseApproved'] });
  });

  test('withholds a release at any time, and says what is not agreed with', () => {
    expect(withheld.facts.at(-1)).toEqual({
      type: 'ReleaseWithheld',
      report: 'One is not.',
      disagreed: ['submission-2'],
      by: external,
      at,
    });
    expect(withheld.state?.status).toBe('withheld');
    expect(outside.after(withhold).facts.at(-1)).toMatchObject({ disagreed: [] });
  });

  test('MOD-26 is followed, where it was withheld, by moderation that is resumed with a reason', () => {
    expect(withheld.when({ ...resume, reason: ' ' })).toEqual({ refused: ['MOD-26'] });
    const resumed = withheld.after(resume);
    expect(resumed.facts.at(-1)).toEqual({
      type: 'ModerationResumed',
      reason: 'To look again.',
      disagreed: ['submission-2'],
      draw: 2,
      seed: 'spring/2',
      version: 1,
      plan: planDigest({ version: 1, seed: 'spring', everyKth: null }, book),
      standings,
      sample: drawSample(population, { seed: 'spring/2' }, standings, book, [second.submission]),
      by,
      at,
    });
    expect(resumed.state).toMatchObject({
      status: 'sampling',
      context: { draw: 2, found: ['drawn', 'drawn'], external: null },
    });
    expect(resumed.state?.context.sample.find(({ submission }) => submission === second.submission)?.reasons[0]).toBe(
      'The external moderator did not agree',
    );
    expect(resumed.after(uphold(first)).after(uphold(second)).when(draw)).toEqual({ facts: ['ExternalSampleDrawn'] });
  });

  test('K2 is done by an external moderator of the provider, who does nothing else', () => {
    for (const who of [by, people.provider, { ...external, provider: null }]) {
      expect(confirmed.when({ ...draw, by: who })).toEqual({ refused: ['K2'] });
      for (const command of [report(first), approve, withhold])
        expect(outside.when({ ...command, by: who })).toEqual({ refused: ['K2'] });
    }
    expect(withheld.when({ ...resume, by: external })).toEqual({ refused: ['K2'] });
    expect(confirmed.when({ type: 'GrantDirectClaim', reason: 'Now.', by: external, at })).toEqual({ refused: ['K2'] });
  });

  test('K4 is done by somebody who neither moderated nor assessed nor is assessed', () => {
    for (const who of [by, people.assessor, { ...by, person: first.candidate }])
      expect(confirmed.when({ ...draw, by: as('externalModerator', who) })).toEqual({ refused: ['K4'] });
    const known = [{ person: external.person, role: 'assessor' as const }];
    expect(confirmed.when({ ...draw, involved: known })).toEqual({ refused: ['K4'] });
  });

  test('K4 leaves nothing for an external moderator to moderate afterwards', () => {
    expect(withheld.when({ ...resume, by: as('moderator', external) })).toEqual({ refused: ['K4'] });
    for (const command of [report(first), withhold]) {
      const reporter = { ...external, person: personId('external-2') };
      const acted = outside.after({ ...command, by: reporter });
      expect(acted.state?.context.externalModerators).toEqual(['external-1', 'external-2']);
    }
    const all = outside.after(report(first)).after(report(second));
    const other = { ...external, person: personId('external-2') };
    expect(all.after({ ...approve, by: other }).state?.context.externalModerators).toEqual([
      'external-1',
      'external-2',
    ]);
  });

  test('does not put an external moderator among those who moderated, and counts who resumed', () => {
    const other = { ...by, person: personId('moderator-2') };
    expect(withheld.after({ ...resume, by: other }).state?.context.moderators).toEqual(['moderator-1', 'moderator-2']);
    const signed = outside
      .after(report(first))
      .after(report(second))
      .after(approve)
      .after({
        type: 'SignOff',
        statement: 'Moderated.',
        digest: signingDigest(population),
        reauthenticated: true,
        by,
        at,
      });
    expect(signed.facts.at(-1)).toMatchObject({ moderators: ['moderator-1'] });
  });

  test('is the external moderator’s turn; every other state is the moderator’s', () => {
    const owners = Object.entries(moderation.turns).map(([status, turn]) => [status, turn?.owner ?? null]);
    expect(Object.fromEntries(owners)).toEqual({
      planned: 'moderator',
      sampling: 'moderator',
      doubled: 'moderator',
      remarking: 'moderator',
      remarked: 'moderator',
      confirmed: 'moderator',
      externalSampling: 'externalModerator',
      withheld: 'moderator',
      ready: 'moderator',
      signedOff: 'moderator',
    });
  });
});
