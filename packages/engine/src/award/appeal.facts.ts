import {
  deadlineOf,
  type AnyFact,
  type AppealId,
  type Deadline,
  type FactBook,
  type MarkingReviewId,
  type PersonId,
} from '../kernel/index.ts';
import type {
  AllocateOfficer,
  AppealCommand,
  AppealGround,
  ConvenePanel,
  DecideAppeal,
  DecideByPanel,
  EscalateAppeal,
  PanelMember,
} from './appeal.commands.ts';
import { correctionsOf, type Correction } from './correction.ts';
import type { ReviewedResult } from './reviewed-result.ts';

/** An appeal against a decided review: who decides on it, first alone and then as a panel. */
export interface Appeal extends ReviewedResult {
  readonly appeal: AppealId;
  readonly review: MarkingReviewId;
  readonly officer: PersonId | null;
  readonly panel: readonly PanelMember[];
  readonly due: Deadline | null;
}

export interface AppealLodged extends AnyFact, Omit<Appeal, 'officer' | 'panel'> {
  readonly type: 'AppealLodged';
  readonly grounds: AppealGround;
  readonly says: string;
}

export interface OfficerAllocated extends AnyFact {
  readonly type: 'OfficerAllocated';
  readonly officer: PersonId;
}

interface Ruled extends AnyFact, Pick<Appeal, 'appeal' | 'review' | 'award' | 'submission' | 'candidate' | 'provider'> {
  readonly reason: string;
}

/** What follows from an appeal that was upheld: corrections, or, where there are none, a new review by others. */
interface Upheld extends Ruled {
  readonly changes: readonly Correction[];
  /** Everybody who decided on it so far, and so decides no more. */
  readonly decidedBefore: readonly PersonId[];
}

export interface AppealUpheld extends Upheld {
  readonly type: 'AppealUpheld';
}

export interface AppealRejected extends Ruled {
  readonly type: 'AppealRejected';
  /** Until when it can be taken to a panel. */
  readonly due: Deadline | null;
}

export interface AppealEscalated extends AnyFact {
  readonly type: 'AppealEscalated';
  readonly says: string;
  readonly due: Deadline | null;
}

export interface AppealLapsed extends AnyFact {
  readonly type: 'AppealLapsed';
}

export interface PanelConvened extends AnyFact {
  readonly type: 'PanelConvened';
  readonly members: readonly PanelMember[];
}

export interface PanelUpheldAppeal extends Upheld {
  readonly type: 'PanelUpheldAppeal';
}

export interface PanelRejectedAppeal extends Ruled {
  readonly type: 'PanelRejectedAppeal';
}

export type AppealFact =
  | AppealLodged
  | OfficerAllocated
  | AppealUpheld
  | AppealRejected
  | AppealEscalated
  | AppealLapsed
  | PanelConvened
  | PanelUpheldAppeal
  | PanelRejectedAppeal;

const ruling = (
  { appeal, review, award, submission, candidate, provider }: Appeal,
  { reason }: DecideAppeal | DecideByPanel,
) => ({ appeal, review, award, submission, candidate, provider, reason: reason.trim() });

const closed = (appeal: Appeal): Appeal => ({ ...appeal, due: null });

const upheld = {
  tell: (appeal: Appeal, command: DecideAppeal | DecideByPanel) => ({
    ...ruling(appeal, command),
    changes: correctionsOf(command.changes, appeal),
    decidedBefore: [
      ...appeal.moderators,
      ...(appeal.officer === null ? [] : [appeal.officer]),
      ...appeal.panel.map(({ person }) => person),
    ],
  }),
  change: closed,
};

export const appealFacts: FactBook<Appeal, AppealCommand, Exclude<AppealFact, AppealLodged>> = {
  OfficerAllocated: {
    tell: (_appeal, { officer }: AllocateOfficer) => ({ officer }),
    change: (appeal, { officer }) => ({ ...appeal, officer }),
  },
  AppealUpheld: upheld,
  AppealRejected: {
    tell: (appeal, command: DecideAppeal, book) => ({
      ...ruling(appeal, command),
      due: deadlineOf('escalate-appeal', command.at, book),
    }),
    change: (appeal, { due }) => ({ ...appeal, due }),
  },
  AppealEscalated: {
    tell: (_appeal, { says, at }: EscalateAppeal, book) => ({
      says: says.trim(),
      due: deadlineOf('decide-appeal', at, book),
    }),
    change: (appeal, { due }) => ({ ...appeal, due }),
  },
  AppealLapsed: { tell: () => ({}), change: closed },
  PanelConvened: {
    tell: (_appeal, { members }: ConvenePanel) => ({ members }),
    change: (appeal, { members }) => ({ ...appeal, panel: members }),
  },
  PanelUpheldAppeal: upheld,
  PanelRejectedAppeal: { tell: ruling, change: closed },
};
