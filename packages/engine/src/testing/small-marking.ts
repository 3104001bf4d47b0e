import { statementCode, type StatementCode } from '@assay/standards';
import {
  cohortId,
  digestOf,
  markingId,
  personId,
  reviewId,
  submissionId,
  type Actor,
  type Instant,
} from '../kernel/index.ts';
import type { Confer, MarkingCommand, Marker, OpenMarking, Position, ReceiveMarks } from '../review/index.ts';
import { emptyBank } from '../scoring/index.ts';
import { demoProvider, noon, people } from './people.ts';

const at = noon(12);
const by = people.system;

/** Who marks as what, where a test does not say otherwise. */
export const markers: Readonly<Record<Marker, Actor>> = {
  first: people.assessor,
  second: people.otherAssessor,
  third: { ...people.assessor, person: personId('assessor-3') },
};

/** Opens the marking of a first attempt with nothing banked. */
export const openMarking: OpenMarking = {
  type: 'OpenMarking',
  marking: markingId('marking-1'),
  submission: submissionId('submission-1'),
  candidate: people.candidate.person,
  provider: demoProvider,
  cohort: cohortId('cohort-1'),
  attempt: 1,
  manifest: digestOf('manifest'),
  bank: emptyBank,
  late: false,
  priorLearning: [],
  site: null,
  by,
  at,
};

/** Scores of `ONE.S1`, `ONE.S2` and `TWO.S1`, in this order. */
export function scoresOf(...scores: readonly number[]): Record<string, number> {
  const codes = ['ONE.S1', 'ONE.S2', 'TWO.S1'];
  return Object.fromEntries(scores.map((score, index) => [codes[index] ?? `too many: ${index}`, score]));
}

/** A marker's marks come in, by somebody experienced where R11 is concerned. */
export function receive(
  marker: Marker,
  scores: Readonly<Record<string, number>>,
  change: Partial<ReceiveMarks> = {},
): ReceiveMarks {
  return {
    type: 'ReceiveMarks',
    submission: openMarking.submission,
    marker,
    review: reviewId(`review-${marker}`),
    assessor: markers[marker].person,
    round: 1,
    scores,
    gates: { C2: true },
    allowances: {},
    portfoliosBefore: 10,
    nth: null,
    everyKth: null,
    by,
    at,
    ...change,
  };
}

export const requireSecond: MarkingCommand = {
  type: 'RequireSecondMarker',
  reasons: ['firstPortfolios'],
  by,
  at,
};

/** A marker's position on a standard or a gate. */
export function confer(marker: Marker, position: Position, reason = ' We looked at E2 together. '): Confer {
  return { type: 'Confer', ...position, reason, by: markers[marker], at };
}

export const on = (standard: string, score: number): Position => ({ standard: statementCode.parse(standard), score });

export const endConference = (marker: Marker, reason = ' We read S1 differently. '): MarkingCommand => ({
  type: 'EndConference',
  reason,
  by: markers[marker],
  at,
});

export const lapseConference = (when: Instant = noon(30)): MarkingCommand => ({
  type: 'LapseConference',
  by,
  at: when,
});

export const reopenMarking = (...standards: readonly StatementCode[]): MarkingCommand => ({
  type: 'ReopenMarking',
  queries: standards.map((standard) => ({ standard, says: 'Look again.' })),
  by,
  at,
});

export const remark = (reason = ' The batch is out of tolerance. '): MarkingCommand => ({
  type: 'RemarkSubmission',
  reason,
  by,
  at,
});
