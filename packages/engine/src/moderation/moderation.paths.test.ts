import { statementCode } from '@assay/standards';
import { shippedFrameworks } from '@assay/standards/files';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { batchId, cohortId, drawnOrder, personId, reviewId, type Actor } from '../kernel/index.ts';
import { demoProvider, given, noon, people, sent, smallBook, someCandidature, walk } from '../testing/index.ts';
import { moderation, signingDigest, type Batch, type Candidature, type ModerationCommand } from './index.ts';

const [npqicl] = shippedFrameworks();
if (npqicl?.scheme == null) throw new Error('no scheme is shipped');
const { scheme } = npqicl;
const { ratings, external } = scheme.sampling;
// One is drawn at random, from inside as from outside, and nothing besides.
const book = smallBook(scheme, {
  sampling: {
    ...scheme.sampling,
    allUpTo: 0,
    atLeast: 1,
    fraction: 0,
    squareRoot: false,
    extremes: false,
    stratifyBy: [],
    mandatory: [],
    ratings: { ...ratings, newAssessor: 'green', green: { ...ratings.green, fraction: 0, atLeast: 0 } },
    external: { ...external, atLeast: 1, fraction: 0, mandatory: [] },
  },
});

const at = noon(20);
const by = people.moderator;
const outside: Actor = { person: personId('external-1'), role: 'externalModerator', provider: demoProvider };
const [first, second, other] = drawnOrder(
  'spring',
  [1, 2, 3].map((n) => someCandidature(n).submission),
).map((submission) => someCandidature(Number(submission.replace('submission-', ''))));
if (!first || !second || !other) throw new Error('there are three');
/** Marked by another, and by the assessor of the first two as well. */
const third: Candidature = {
  ...other,
  assessor: people.otherAssessor.person,
  alsoMarked: [{ assessor: first.assessor, review: reviewId('review-9') }],
};
const population = [first, second, third];

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
const draw: ModerationCommand = { type: 'DrawSample', population, standings: {}, by, at };
const uphold = ({ submission }: Candidature, marks = {}): ModerationCommand => ({
  type: 'UpholdReview',
  submission,
  note: '',
  marks,
  by,
  at,
});
const ask = ({ submission }: Candidature, mark: number): ModerationCommand => ({
  type: 'QueryReview',
  submission,
  queries: [{ standard: statementCode.parse('ONE.S2'), says: 'Why?', mark }],
  by,
  at,
});
const receive = (candidature: Candidature, change: Partial<Candidature>): ModerationCommand => ({
  type: 'ReceiveReview',
  candidature: { ...candidature, ...change },
  by: people.system,
  at,
});
const anew = { round: 3, assessor: personId('assessor-9'), alsoMarked: [] };
const signed = (holds: readonly Candidature[]): ModerationCommand => ({
  type: 'SignOff',
  statement: 'Moderated.',
  digest: signingDigest(holds),
  reauthenticated: true,
  by,
  at,
});

const alphabet: Record<string, ModerationCommand> = {
  revise: { type: 'RevisePlan', seed: 'spring', reason: 'Again.', marksVisible: false, by, at },
  'revise unseen': { type: 'RevisePlan', seed: 'spring', reason: 'Again.', marksVisible: true, by, at },
  draw,
  'draw from nothing': { ...draw, population: [] },
  'uphold the first': uphold(first),
  'uphold the second': uphold(second),
  'uphold the third': uphold(third),
  'uphold the first beyond tolerance': uphold(first, { 'ONE.S2': 0 }),
  'query the first beyond tolerance': ask(first, 1),
  'query the second beyond tolerance': ask(second, 1),
  'query the first off the scale': ask(first, 9),
  'receive the first': receive(first, { round: 2 }),
  'receive the second': receive(second, { round: 2 }),
  'receive the first as it was': receive(first, {}),
  'receive the third from the same': receive(third, { round: 3 }),
  'receive the third from another': receive(third, anew),
  'order a re-marking': { type: 'OrderRemarking', assessor: third.assessor, reason: 'Beyond.', by, at },
  'order one of nobody': { type: 'OrderRemarking', assessor: personId('assessor-8'), reason: 'Beyond.', by, at },
  redraw: { type: 'RedrawSample', standings: {}, by, at },
  'grant the direct claim': { type: 'GrantDirectClaim', reason: 'Approved.', by, at },
  'draw from outside': { type: 'DrawExternalSample', seed: 'outside', by: outside, at },
  'agree from outside': {
    type: 'ReportOnPortfolio',
    submission: first.submission,
    says: 'Read.',
    agrees: true,
    by: outside,
    at,
  },
  'disagree from outside': {
    type: 'ReportOnPortfolio',
    submission: first.submission,
    says: 'Read.',
    agrees: false,
    by: outside,
    at,
  },
  'approve the release': { type: 'ApproveRelease', report: 'Good.', by: outside, at },
  'withhold the release': { type: 'WithholdRelease', report: 'Bad.', by: outside, at },
  resume: { type: 'ResumeModeration', reason: 'Again.', standings: {}, by, at },
  'sign off': signed(population),
  'sign off another': signed([first]),
  'plan again': plan,
};

/** What the rules of a batch look at. Draws only count up: a path through the second is like one through the next. */
const same = ({ population: held, found, beyond, doubted, concerned, external: seen }: Batch) => [
  held.map(({ round }) => round),
  found,
  beyond.length > 0,
  doubted,
  concerned,
  seen?.agrees,
];

describe('every path through the batch', () => {
  const paths = walk(moderation, plan, alphabet, book, same);

  test('reaches every state of the chart', () => {
    expect(new Set(paths.map(({ status }) => status))).toEqual(new Set(moderation.states));
  });

  test.each(paths)('$status: $title', ({ disagreements, refused }) => {
    expect(disagreements).toEqual([]);
    expect(refused.every(({ rules }) => rules.length > 0)).toBe(true);
  });
});

describe('any row of commands', () => {
  const rows = fc.array(fc.constantFrom(...Object.values(alphabet)), { maxLength: 40 });

  test('gives back by replay the state that it leads to (11.14)', () => {
    fc.assert(
      fc.property(rows, (row) => {
        const { state, replayed, unexplained } = sent(moderation, [plan, draw, ...row], book);
        expect(replayed).toEqual(state);
        expect(unexplained).toEqual([]);
      }),
      { seed: 42, numRuns: 200 },
    );
  });

  test('signs nothing off that is away, or that was drawn and not upheld', () => {
    const free = given(moderation, book).after(plan).after(draw);
    fc.assert(
      fc.property(rows, (row) => {
        const last = row.reduce(
          (scene, command) => ('facts' in scene.when(command) ? scene.after(command) : scene),
          free,
        ).state;
        if (last === null || !['ready', 'signedOff'].includes(last.status)) return;
        const { found, sample } = last.context;
        expect(found.filter((each) => each !== 'upheld' && each !== 'unseen')).toEqual([]);
        expect(found.filter((each) => each === 'upheld')).toHaveLength(sample.length);
      }),
      { seed: 42, numRuns: 200 },
    );
  });
});
