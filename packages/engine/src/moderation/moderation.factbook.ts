import {
  deadlineOf,
  type Actor,
  type AnyFact,
  type FactBook,
  type PersonId,
  type Rulebook,
  type SubmissionId,
} from '../kernel/index.ts';
import { inOrder, markersOf, type Candidature } from './candidature.ts';
import { doubtedIn, withUnseen } from './concerned.ts';
import { drawExternalSample } from './external.ts';
import { candidatureIn, foundOf, freshly, isAway, markedBy, withFound } from './found.ts';
import type {
  ApproveRelease,
  DrawExternalSample,
  DrawSample,
  GrantDirectClaim,
  ModerationCommand,
  OrderRemarking,
  QueryReview,
  ReceiveReview,
  RedrawSample,
  ProposeRelease,
  ReportOnPortfolio,
  ResumeModeration,
  RevisePlan,
  SignOff,
  UpholdReview,
  WithholdRelease,
} from './moderation.commands.ts';
import type { Batch, BatchPlanned, Drawing, ModerationFact } from './moderation.facts.ts';
import { planDigest, seedOf } from './plan.ts';
import type { Standings } from './ratings.ts';
import { doubleSample, drawSample } from './sample.ts';
import { marksOf, toleranceOf } from './tolerance.ts';

/** A list with a person on it, once. */
const including = (people: readonly PersonId[], person: PersonId) =>
  people.includes(person) ? people : [...people, person];

/** The batch with the person who acted among those who stand in it. */
function actedOn(batch: Batch, { person, role }: Actor): Batch {
  switch (role) {
    case 'moderator':
      return { ...batch, moderators: including(batch.moderators, person) };
    case 'externalModerator':
      return { ...batch, externalModerators: including(batch.externalModerators, person) };
    default:
      return batch;
  }
}

const acted = (batch: Batch, { by }: AnyFact) => actedOn(batch, by);

/** The decided portfolio. MOD-4 has seen to it that it is in the batch. */
function decided(batch: Batch, submission: SubmissionId): Candidature {
  const candidature = candidatureIn(batch, submission);
  if (candidature === undefined) throw new TypeError(`${submission} is not in the batch`);
  return candidature;
}

const upheld = {
  tell(batch: Batch, { submission, note, marks = {} }: UpholdReview, book: Rulebook) {
    const candidature = decided(batch, submission);
    const was = foundOf(batch, submission);
    const { criticalFlips } = toleranceOf(marks, candidature.scores, book);
    return {
      submission,
      round: candidature.round,
      assessors: markersOf(candidature),
      criticalFlip: criticalFlips.length > 0,
      note: note.trim(),
      marks,
      was: was === 'returned' || was === 'upheld' ? was : ('drawn' as const),
    };
  },
  change: (batch: Batch, fact: AnyFact & { submission: SubmissionId }): Batch => ({
    ...acted(batch, fact),
    found: withFound(batch, [fact.submission], 'upheld'),
  }),
};

const received = {
  tell: (_batch: Batch, { candidature }: ReceiveReview) => ({ candidature }),
  change: (batch: Batch, { candidature }: { candidature: Candidature }): Batch => ({
    ...batch,
    population: batch.population.map((old) => (old.submission === candidature.submission ? candidature : old)),
    found: withFound(batch, [candidature.submission], 'returned'),
  }),
};

/** The next draw of a batch, from what it holds and how its assessors now stand. */
function drawing(
  batch: Batch,
  population: readonly Candidature[],
  standings: Standings,
  book: Rulebook,
  disagreed: readonly SubmissionId[] = [],
): Drawing {
  const { version } = batch;
  const draw = batch.draw + 1;
  const seed = seedOf(batch, draw);
  const sample = drawSample(population, { seed }, standings, book, disagreed);
  return { draw, seed, version, plan: planDigest(batch, book), standings, sample };
}

/** The batch at the beginning of a draw. */
const drawn = (
  batch: Batch,
  { draw, sample, ...fact }: AnyFact & Drawing,
  population: readonly Candidature[] = batch.population,
): Batch => ({
  ...acted(batch, fact),
  draw,
  sample,
  population,
  found: freshly(population, sample),
  beyond: [],
  doubted: [],
  concerned: [],
  external: null,
});

/** What the external moderator has said they do not agree with. */
const disagreedIn = ({ external }: Batch): SubmissionId[] =>
  (external?.sample ?? []).flatMap(({ submission }, place) => (external?.agrees[place] === false ? [submission] : []));

/** The context of a batch that was just planned. */
export function plannedBatch({ batch, cohort, provider, title, version, seed, everyKth, by }: BatchPlanned): Batch {
  return actedOn(
    {
      batch,
      cohort,
      provider,
      title,
      version,
      seed,
      everyKth,
      draw: 0,
      population: [],
      sample: [],
      found: [],
      beyond: [],
      doubted: [],
      concerned: [],
      external: null,
      due: null,
      moderators: [],
      externalModerators: [],
      proposed: null,
    },
    by,
  );
}

export const moderationFacts: FactBook<Batch, ModerationCommand, Exclude<ModerationFact, BatchPlanned>> = {
  PlanRevised: {
    tell: (batch, { seed, everyKth = batch.everyKth, reason }: RevisePlan) => ({
      version: batch.version + 1,
      seed,
      everyKth,
      reason: reason.trim(),
      replaces: { version: batch.version, seed: batch.seed, everyKth: batch.everyKth },
    }),
    change: (batch, fact) => {
      const { version, seed, everyKth } = fact;
      return { ...acted(batch, fact), version, seed, everyKth };
    },
  },
  SampleDrawn: {
    tell: (batch, { population, standings }: DrawSample, book) => {
      const ordered = inOrder(population);
      return { ...drawing(batch, ordered, standings, book), population: ordered };
    },
    change: (batch, fact) => drawn(batch, fact, fact.population),
  },
  ReviewUpheld: upheld,
  SampleUpheld: upheld,
  SampleDoubled: {
    tell: (batch, command: UpholdReview, book) => ({
      ...upheld.tell(batch, command, book),
      added: doubleSample(batch.population, batch.sample, seedOf(batch, batch.draw)),
      doubted: doubtedIn(batch),
    }),
    change: (batch, fact) => {
      const next = upheld.change(batch, fact);
      const added = fact.added.map(({ submission }) => submission);
      return {
        ...next,
        sample: [...batch.sample, ...fact.added],
        found: withFound(next, added, 'drawn'),
        beyond: [],
        doubted: fact.doubted,
      };
    },
  },
  RemarkingRequired: {
    tell: (batch, command: UpholdReview, book) => ({
      ...upheld.tell(batch, command, book),
      concerned: withUnseen(batch, doubtedIn(batch)),
    }),
    change: (batch, fact) => ({ ...upheld.change(batch, fact), concerned: fact.concerned }),
  },
  ReviewQueried: {
    tell: (batch, { submission, queries }: QueryReview, book) => {
      const candidature = decided(batch, submission);
      const { within, criticalFlips } = toleranceOf(marksOf(queries), candidature.scores, book);
      return {
        submission,
        round: candidature.round,
        assessors: markersOf(candidature),
        criticalFlip: criticalFlips.length > 0,
        marking: candidature.marking,
        queries,
        beyond: !within,
      };
    },
    change: (batch, fact) => ({
      ...acted(batch, fact),
      found: withFound(batch, [fact.submission], 'queried'),
      beyond: fact.beyond ? [...new Set([...batch.beyond, fact.submission])] : batch.beyond,
    }),
  },
  ReviewReceived: received,
  AssessorReplaced: {
    tell: (batch, { assessor, reason }: OrderRemarking) => {
      const sent = markedBy(batch, assessor, (found) => found !== 'upheld' && !isAway(found));
      const submissions = sent.map(({ submission }) => submission);
      const left = { ...batch, found: withFound(batch, submissions, 'remarking') };
      return {
        assessor,
        reason: reason.trim(),
        portfolios: sent.map(({ submission, marking }) => ({ submission, marking })),
        concerned: withUnseen(left, batch.concerned),
      };
    },
    change: (batch, fact) => ({
      ...acted(batch, fact),
      found: withFound(
        batch,
        fact.portfolios.map(({ submission }) => submission),
        'remarking',
      ),
      concerned: fact.concerned,
    }),
  },
  RemarkingFinished: received,
  SampleRedrawn: {
    tell: (batch, { standings }: RedrawSample, book) => drawing(batch, batch.population, standings, book),
    change: (batch, fact) => drawn(batch, fact),
  },
  DirectClaimGranted: {
    tell: (_batch, { reason }: GrantDirectClaim) => ({ reason: reason.trim() }),
    change: acted,
  },
  ExternalSampleDrawn: {
    tell: (batch, { seed, at }: DrawExternalSample, book) => ({
      seed,
      sample: drawExternalSample(
        batch.population,
        ({ submission }) => foundOf(batch, submission) === 'upheld',
        seed,
        book,
      ),
      due: deadlineOf('external-sample', at, book),
    }),
    change: (batch, fact) => {
      const { seed, sample, due } = fact;
      return { ...acted(batch, fact), external: { seed, sample, agrees: sample.map(() => null) }, due };
    },
  },
  PortfolioReported: {
    tell: (_batch, { submission, says, agrees }: ReportOnPortfolio) => ({ submission, says: says.trim(), agrees }),
    change: (batch, fact) => {
      const { external } = batch;
      if (external === null) return batch;
      const agrees = external.sample.map(({ submission }, place) =>
        submission === fact.submission ? fact.agrees : (external.agrees[place] ?? null),
      );
      return { ...acted(batch, fact), external: { ...external, agrees } };
    },
  },
  ReleaseApproved: {
    tell: (_batch, { report }: ApproveRelease) => ({ report: report.trim() }),
    change: (batch, fact) => ({ ...acted(batch, fact), due: null }),
  },
  ReleaseWithheld: {
    tell: (batch, { report }: WithholdRelease) => ({ report: report.trim(), disagreed: disagreedIn(batch) }),
    change: (batch, fact) => ({ ...acted(batch, fact), due: null }),
  },
  ModerationResumed: {
    tell: (batch, { reason, standings }: ResumeModeration, book) => {
      const disagreed = disagreedIn(batch);
      return {
        ...drawing(batch, batch.population, standings, book, disagreed),
        reason: reason.trim(),
        disagreed,
      };
    },
    change: (batch, fact) => drawn(batch, fact),
  },
  BatchSignedOff: {
    // MOD-11: the digest that was shown is the one of the population.
    tell: (batch, { statement, digest, by }: SignOff) => ({
      batch: batch.batch,
      cohort: batch.cohort,
      provider: batch.provider,
      statement: statement.trim(),
      digest,
      population: batch.population,
      moderators: including(batch.moderators, by.person),
    }),
    change: acted,
  },
  ReleaseProposed: {
    tell: (_batch, { seen }: ProposeRelease) => ({ digest: seen }),
    change: (batch, fact) => ({
      ...acted(batch, fact),
      proposed: { by: fact.by.person, digest: fact.digest },
    }),
  },
};
