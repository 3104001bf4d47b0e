import {
  deadlineOf,
  type AnyFact,
  type Deadline,
  type FactBook,
  type ItemId,
  type MalpracticeId,
  type Party,
  type PersonId,
  type ProviderId,
  type SubmissionId,
} from '../kernel/index.ts';
import type {
  AnswerAllegation,
  DecideMalpractice,
  DismissReport,
  MalpracticeCommand,
  Penalty,
  VoidedEvidence,
} from './malpractice.commands.ts';

/** A case of malpractice: whom it is about, who reported it, and until when an answer is awaited. */
export interface Malpractice {
  readonly malpractice: MalpracticeId;
  readonly submission: SubmissionId;
  readonly candidate: PersonId;
  readonly provider: ProviderId;
  readonly assessors: readonly PersonId[];
  readonly reporter: Party;
  readonly evidence: readonly ItemId[];
  readonly due: Deadline | null;
}

type Case = Pick<Malpractice, 'malpractice' | 'submission' | 'candidate' | 'provider'>;

export interface MalpracticeReported extends AnyFact, Case, Pick<Malpractice, 'assessors' | 'evidence'> {
  readonly type: 'MalpracticeReported';
  readonly says: string;
}

export interface ReportDismissed extends AnyFact, Case {
  readonly type: 'ReportDismissed';
  readonly reason: string;
}

export interface InvestigationOpened extends AnyFact, Case {
  readonly type: 'InvestigationOpened';
  readonly due: Deadline | null;
}

export interface AllegationAnswered extends AnyFact {
  readonly type: 'AllegationAnswered';
  readonly says: string;
}

export interface AnswerLapsed extends AnyFact {
  readonly type: 'AnswerLapsed';
}

export interface MalpracticeNotProven extends AnyFact, Case {
  readonly type: 'MalpracticeNotProven';
  readonly reason: string;
}

export interface MalpracticeProven extends AnyFact, Case {
  readonly type: 'MalpracticeProven';
  readonly penalty: Penalty;
  readonly voided: VoidedEvidence;
  readonly reason: string;
}

export type MalpracticeFact =
  | MalpracticeReported
  | ReportDismissed
  | InvestigationOpened
  | AllegationAnswered
  | AnswerLapsed
  | MalpracticeNotProven
  | MalpracticeProven;

const caseOf = ({ malpractice, submission, candidate, provider }: Case): Case => ({
  malpractice,
  submission,
  candidate,
  provider,
});

const reasoned = {
  tell: (context: Malpractice, { reason }: DismissReport | DecideMalpractice) => ({
    ...caseOf(context),
    reason: reason.trim(),
  }),
};

/** Nobody's answer is awaited any more. */
const unawaited = (context: Malpractice): Malpractice => ({ ...context, due: null });

export const malpracticeFacts: FactBook<
  Malpractice,
  MalpracticeCommand,
  Exclude<MalpracticeFact, MalpracticeReported>
> = {
  ReportDismissed: { ...reasoned, change: unawaited },
  InvestigationOpened: {
    tell: (context, { at }, book) => ({ ...caseOf(context), due: deadlineOf('answer-allegation', at, book) }),
    change: (context, { due }) => ({ ...context, due }),
  },
  AllegationAnswered: {
    tell: (_context, { says }: AnswerAllegation) => ({ says: says.trim() }),
    change: unawaited,
  },
  AnswerLapsed: { tell: () => ({}), change: unawaited },
  MalpracticeNotProven: { ...reasoned, change: unawaited },
  MalpracticeProven: {
    tell: (context, command: DecideMalpractice) => {
      const { penalty, voided } = command;
      if (penalty === null) throw new TypeError('What is proven has a penalty');
      return { ...reasoned.tell(context, command), penalty, voided: voided ?? { evidence: [], standards: [] } };
    },
    change: unawaited,
  },
};
