import type { StatementCode } from '@assay/standards';
import type { AnyFact, CohortId, MarkingId, PersonId, ProviderId, ReviewId, SubmissionId } from '../kernel/index.ts';
import type { Allowances, Grounds, Scores } from '../scoring/index.ts';

/** Which of a portfolio's markers: the first also visits and discusses; the second marks blind; the third adjudicates. */
export type Marker = 'first' | 'second' | 'third';

/** Who marked, as what, in which review. */
export interface Marked {
  readonly marker: Marker;
  readonly review: ReviewId;
  readonly assessor: PersonId;
}

/** What every way of agreeing on scores of record ends in: all that moderation needs to know of a portfolio. */
export interface Agreed extends AnyFact {
  readonly marking: MarkingId;
  readonly submission: SubmissionId;
  readonly candidate: PersonId;
  readonly provider: ProviderId;
  readonly cohort: CohortId;
  readonly attempt: number;
  /** 1, and one more for every return by a moderator. */
  readonly round: number;
  /** The first marker before the others. */
  readonly markers: readonly Marked[];
  /** Scores of record, banked ones included. */
  readonly scores: Scores;
  /** Gates met or not, banked ones included. */
  readonly gates: Readonly<Record<string, boolean>>;
  readonly allowances: Allowances;
  readonly grounds: Grounds;
  /** Standards whose score was conferred on, adjudicated, or changed after a return. */
  readonly moved: readonly StatementCode[];
  readonly late: boolean;
  /** Standards that were achieved by prior learning. */
  readonly priorLearning: readonly StatementCode[];
  /** The candidate's centre, where the provider names it; a sample is spread over sites. */
  readonly site: string | null;
}
