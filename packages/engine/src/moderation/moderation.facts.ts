import type { AnyFact, BatchId, CohortId, ContentHash, FactBook, ProviderId, SubmissionId } from '../kernel/index.ts';
import type { Query } from '../review/index.ts';
import type { Candidature } from './candidature.ts';
import { signingDigest } from './candidature.ts';
import type {
  DrawSample,
  GrantDirectClaim,
  ModerationCommand,
  QueryReview,
  ReceiveReview,
  SignOff,
  UpholdReview,
} from './moderation.commands.ts';
import { drawSample, type Drawn } from './sample.ts';

export interface Batch {
  readonly batch: BatchId;
  readonly cohort: CohortId;
  readonly provider: ProviderId;
  readonly title: string;
  readonly seed: string;
  readonly population: readonly Candidature[];
  readonly sample: readonly Drawn[];
  /** By submission of the sample: what the moderator found; a portfolio not looked at yet is absent. */
  readonly found: Readonly<Record<string, 'upheld' | 'queried'>>;
}

export interface BatchPlanned extends AnyFact {
  readonly type: 'BatchPlanned';
  readonly batch: BatchId;
  readonly cohort: CohortId;
  readonly provider: ProviderId;
  readonly title: string;
  readonly seed: string;
}

export interface SampleDrawn extends AnyFact {
  readonly type: 'SampleDrawn';
  readonly population: readonly Candidature[];
  readonly sample: readonly Drawn[];
}

export interface ReviewUpheld extends AnyFact {
  readonly type: 'ReviewUpheld';
  readonly submission: SubmissionId;
  readonly note: string;
}

/** The last portfolio of the sample was upheld: nothing of the sample stands open. */
export interface SampleUpheld extends AnyFact {
  readonly type: 'SampleUpheld';
  readonly submission: SubmissionId;
  readonly note: string;
}

export interface ReviewQueried extends AnyFact {
  readonly type: 'ReviewQueried';
  readonly submission: SubmissionId;
  readonly queries: readonly Query[];
}

export interface ReviewReceived extends AnyFact {
  readonly type: 'ReviewReceived';
  readonly candidature: Candidature;
}

export interface DirectClaimGranted extends AnyFact {
  readonly type: 'DirectClaimGranted';
  readonly reason: string;
}

export interface BatchSignedOff extends AnyFact {
  readonly type: 'BatchSignedOff';
  readonly batch: BatchId;
  readonly cohort: CohortId;
  readonly provider: ProviderId;
  readonly statement: string;
  readonly digest: ContentHash;
  readonly population: readonly Candidature[];
}

export type ModerationFact =
  | BatchPlanned
  | SampleDrawn
  | ReviewUpheld
  | SampleUpheld
  | ReviewQueried
  | ReviewReceived
  | DirectClaimGranted
  | BatchSignedOff;

const upheld = {
  tell: (_batch: Batch, { submission, note }: UpholdReview) => ({ submission, note: note.trim() }),
  change: (batch: Batch, { submission }: { submission: SubmissionId }): Batch => ({
    ...batch,
    found: { ...batch.found, [submission]: 'upheld' },
  }),
};

export const moderationFacts: FactBook<Batch, ModerationCommand, Exclude<ModerationFact, BatchPlanned>> = {
  SampleDrawn: {
    tell: ({ seed }, { population }: DrawSample, book) => ({ population, sample: drawSample(population, seed, book) }),
    change: (batch, { population, sample }) => ({ ...batch, population, sample }),
  },
  ReviewUpheld: upheld,
  SampleUpheld: upheld,
  ReviewQueried: {
    tell: (_batch, { submission, queries }: QueryReview) => ({ submission, queries }),
    change: (batch, { submission }) => ({ ...batch, found: { ...batch.found, [submission]: 'queried' } }),
  },
  ReviewReceived: {
    tell: (_batch, { candidature }: ReceiveReview) => ({ candidature }),
    change: (batch, { candidature }) => {
      const { [candidature.submission]: _queried, ...found } = batch.found;
      return {
        ...batch,
        found,
        population: batch.population.map((old) => (old.submission === candidature.submission ? candidature : old)),
      };
    },
  },
  DirectClaimGranted: {
    tell: (_batch, { reason }: GrantDirectClaim) => ({ reason: reason.trim() }),
    change: (batch) => batch,
  },
  BatchSignedOff: {
    tell: ({ batch, cohort, provider, population }, { statement }: SignOff) => ({
      batch,
      cohort,
      provider,
      statement: statement.trim(),
      digest: signingDigest(population),
      population,
    }),
    change: (batch) => batch,
  },
};
