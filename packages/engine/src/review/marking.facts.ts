import type { StatementCode } from '@assay/standards';
import {
  deadlineOf,
  type AnyFact,
  type CohortId,
  type ContentHash,
  type Deadline,
  type FactBook,
  type MarkingId,
  type PersonId,
  type ProviderId,
  type SubmissionId,
} from '../kernel/index.ts';
import { scopeBeside, type Bank, type Scope, type Scores } from '../scoring/index.ts';
import type { Agreed, Marker } from './agreed.ts';
import { adjudicate, inOrder, type Open, type Settled } from './discrepancy.ts';
import type {
  Confer,
  Conferring,
  EndConference,
  MarkingCommand,
  Marks,
  Position,
  ReceiveMarks,
  RemarkSubmission,
  ReopenMarking,
  RequireSecondMarker,
} from './marking.commands.ts';
import type { Query } from './review.commands.ts';
import type { SecondMarkingReason } from './second-marking.ts';
import { agreedOf } from './of-record.ts';
import {
  agreed,
  conferringAs,
  nothing,
  reopened,
  settledBy,
  whatMarksSettle,
  withMarks,
  withPosition,
} from './settlement.ts';

/** What the rules need to know of a marking. Scores and ids only: reasons are in the facts. */
export interface Marking {
  readonly marking: MarkingId;
  readonly submission: SubmissionId;
  readonly candidate: PersonId;
  readonly provider: ProviderId;
  readonly cohort: CohortId;
  readonly attempt: number;
  readonly manifest: ContentHash;
  readonly bank: Bank;
  readonly late: boolean;
  readonly priorLearning: readonly StatementCode[];
  readonly site: string | null;
  /** 1, and one more for every return by a moderator and every re-marking. */
  readonly round: number;
  /** Why there is a second marker; none where one is enough. */
  readonly reasons: readonly SecondMarkingReason[];
  /** Whose marks are waited for. */
  readonly awaited: readonly Marker[];
  /** What was sealed, the first marker's before the others'. */
  readonly marks: readonly Marks[];
  /** Who marked before a re-marking was ordered, and so does not mark again. */
  readonly excluded: readonly PersonId[];
  /** What has no score of record, or no judgement of record, yet. */
  readonly open: Open;
  /** Scores of record so far, banked ones included. */
  readonly scores: Scores;
  readonly gates: Readonly<Record<string, boolean>>;
  /** By standard or gate, where the two stand who confer. */
  readonly positions: Readonly<Record<string, Readonly<Partial<Record<Conferring, number | boolean>>>>>;
  /** Standards whose score of record was conferred on. */
  readonly conferred: readonly string[];
  /** Scores of record as they last were agreed. */
  readonly before: Scores;
  /** Standards whose score of record was moved before this round. */
  readonly moved: readonly StatementCode[];
  readonly due: Deadline | null;
}

export interface MarkingOpened
  extends
    AnyFact,
    Pick<
      Marking,
      | 'marking'
      | 'submission'
      | 'candidate'
      | 'provider'
      | 'cohort'
      | 'attempt'
      | 'manifest'
      | 'bank'
      | 'late'
      | 'priorLearning'
      | 'site'
    > {
  readonly type: 'MarkingOpened';
  /** What is not banked, and so is marked. */
  readonly open: Scope;
}

export interface SecondMarkerRequired extends AnyFact {
  readonly type: 'SecondMarkerRequired';
  readonly reasons: readonly SecondMarkingReason[];
}

/** One marker's marks are in; another's are waited for. */
export interface MarksReceived extends AnyFact {
  readonly type: 'MarksReceived';
  readonly received: Marks;
}

/** The last marks are in, and the two lie apart somewhere. */
export interface MarksDiffered extends AnyFact {
  readonly type: 'MarksDiffered';
  readonly received: Marks;
  /** What is settled, and where the two lie apart: what they confer on. */
  readonly settled: Settled;
  readonly due: Deadline | null;
}

/** The last marks are in, and settle every score. */
export interface MarkingAgreed extends Agreed {
  readonly type: 'MarkingAgreed';
  readonly received: Marks;
}

interface Stated {
  readonly marker: Conferring;
  readonly position: Position;
  readonly reason: string;
}

/** A marker's position in the conference; where both stand the same, it is settled. */
export interface PositionStated extends AnyFact, Stated {
  readonly type: 'PositionStated';
}

/** The position that settled the last discrepancy. */
export interface ConferenceAgreed extends Agreed, Stated {
  readonly type: 'ConferenceAgreed';
}

export interface ConferenceEnded extends AnyFact {
  readonly type: 'ConferenceEnded';
  readonly reason: string;
  /** What a third marker marks. */
  readonly unsettled: Scope;
}

export interface ConferenceLapsed extends AnyFact {
  readonly type: 'ConferenceLapsed';
  readonly unsettled: Scope;
}

/** The third marker's marks are in: the median of three is the score of record. */
export interface MarkingAdjudicated extends Agreed {
  readonly type: 'MarkingAdjudicated';
  readonly received: Marks;
}

export interface MarkingReopened extends AnyFact {
  readonly type: 'MarkingReopened';
  readonly queries: readonly Query[];
}

export interface RemarkingOrdered extends AnyFact {
  readonly type: 'RemarkingOrdered';
  readonly reason: string;
  /** Who does not mark it again. */
  readonly excluded: readonly PersonId[];
  readonly open: Scope;
}

export type MarkingFact =
  | MarkingOpened
  | SecondMarkerRequired
  | MarksReceived
  | MarksDiffered
  | MarkingAgreed
  | PositionStated
  | ConferenceAgreed
  | ConferenceEnded
  | ConferenceLapsed
  | MarkingAdjudicated
  | MarkingReopened
  | RemarkingOrdered;

const agreeing: readonly string[] = [
  'MarkingAgreed',
  'ConferenceAgreed',
  'MarkingAdjudicated',
] satisfies MarkingFact['type'][];

/** Whether a fact ended a marking in agreed scores of record, by whichever way. */
export function isAgreed(fact: AnyFact): fact is MarkingAgreed | ConferenceAgreed | MarkingAdjudicated {
  return agreeing.includes(fact.type);
}

const marksOf = ({ marker, review, assessor, round, scores, gates, allowances }: ReceiveMarks): Marks => ({
  marker,
  review,
  assessor,
  round,
  scores,
  gates,
  allowances,
});

const positionOf = (command: Confer): Position =>
  'standard' in command
    ? { standard: command.standard, score: command.score }
    : { gate: command.gate, met: command.met };

const toThird = (marking: Marking): Marking => ({ ...marking, awaited: ['third'], positions: {}, due: null });

const stated = (marking: Marking, command: Confer) => ({
  marker: conferringAs(marking, command.by.person),
  position: positionOf(command),
  reason: command.reason.trim(),
});

export const markingFacts: FactBook<Marking, MarkingCommand, Exclude<MarkingFact, MarkingOpened>> = {
  SecondMarkerRequired: {
    tell: (_marking, { reasons }: RequireSecondMarker) => ({ reasons }),
    change: (marking, { reasons }) => ({
      ...marking,
      reasons: [...new Set([...marking.reasons, ...reasons])],
      awaited: marking.reasons.length === 0 ? [...marking.awaited, 'second'] : marking.awaited,
    }),
  },
  MarksReceived: {
    tell: (_marking, command: ReceiveMarks) => ({ received: marksOf(command) }),
    change: (marking, { received }) => withMarks(marking, received),
  },
  MarksDiffered: {
    tell: (marking, command: ReceiveMarks, book) => ({
      received: marksOf(command),
      settled: whatMarksSettle(marking, marksOf(command), book),
      due: deadlineOf('confer', command.at, book),
    }),
    change: (marking, { received, settled, due }) => ({ ...settledBy(withMarks(marking, received), settled), due }),
  },
  MarkingAgreed: {
    tell: (marking, command: ReceiveMarks, book) => {
      const received = marksOf(command);
      const whole = settledBy(withMarks(marking, received), whatMarksSettle(marking, received, book));
      return { received, ...agreedOf(whole, book) };
    },
    change: (marking, fact) => agreed(withMarks(marking, fact.received), fact),
  },
  PositionStated: {
    tell: stated,
    change: (marking, { marker, position }) => withPosition(marking, marker, position),
  },
  ConferenceAgreed: {
    tell: (marking, command: Confer, book) => {
      const said = stated(marking, command);
      return { ...said, ...agreedOf(withPosition(marking, said.marker, said.position), book) };
    },
    change: (marking, fact) => agreed(withPosition(marking, fact.marker, fact.position), fact),
  },
  ConferenceEnded: {
    tell: ({ open }, { reason }: EndConference, book) => ({ reason: reason.trim(), unsettled: inOrder(open, book) }),
    change: toThird,
  },
  ConferenceLapsed: {
    tell: ({ open }, _lapse, book) => ({ unsettled: inOrder(open, book) }),
    change: toThird,
  },
  MarkingAdjudicated: {
    tell: (marking, command: ReceiveMarks, book) => {
      const received = marksOf(command);
      const whole = withMarks(marking, received);
      return {
        received,
        ...agreedOf(settledBy(whole, { ...adjudicate(whole.open, whole.marks), apart: inOrder(nothing, book) }), book),
      };
    },
    change: (marking, fact) => agreed(withMarks(marking, fact.received), fact),
  },
  MarkingReopened: {
    tell: (_marking, { queries }: ReopenMarking) => ({ queries }),
    change: (marking, { queries }) => ({
      ...reopened(marking, { standards: queries.map(({ standard }) => standard), gates: [] }),
      round: marking.round + 1,
      awaited: marking.marks.flatMap(({ marker }) => (marker === 'third' ? [] : [marker])),
      before: marking.scores,
    }),
  },
  RemarkingOrdered: {
    tell: ({ excluded, marks, bank }, { reason }: RemarkSubmission, book) => ({
      reason: reason.trim(),
      excluded: [...excluded, ...marks.map(({ assessor }) => assessor)],
      open: scopeBeside(bank, book),
    }),
    change: (marking, { excluded, open }) => ({
      ...marking,
      round: marking.round + 1,
      reasons: [],
      awaited: ['first'],
      marks: [],
      excluded,
      open,
      scores: marking.bank.scores,
      gates: marking.bank.gates,
      conferred: [],
      before: marking.scores,
    }),
  },
};
