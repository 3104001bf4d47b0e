import type { AnyCommand, AppealId, Instant, MarkingReviewId, Permission, PersonId } from '../kernel/index.ts';
import { may } from '../kernel/index.ts';
import type { Change } from './correction.ts';
import type { ReviewKind } from './marking-review.commands.ts';
import type { ReviewedResult } from './reviewed-result.ts';

/** Procedure not followed; a decision that nobody could reasonably come to; somebody decided who had an interest. */
export const appealGrounds = ['procedure', 'unreasonable', 'conflict'] as const;

export type AppealGround = (typeof appealGrounds)[number];

export interface LodgeAppeal extends AnyCommand, ReviewedResult {
  readonly type: 'LodgeAppeal';
  readonly appeal: AppealId;
  readonly grounds: AppealGround;
  readonly says: string;
  /** The review whose decision is appealed against. */
  readonly review: MarkingReviewId;
  readonly kind: ReviewKind;
  /** Null while the review is not decided. */
  readonly decidedAt: Instant | null;
  /** Whether an appeal against this review was lodged before. */
  readonly appealed: boolean;
  /** Whether an appeal ordered this review. */
  readonly ordered: boolean;
}

export interface AllocateOfficer extends AnyCommand {
  readonly type: 'AllocateOfficer';
  readonly officer: PersonId;
  /** Whether the provider has appointed this person as a moderator. */
  readonly appointed: boolean;
}

/** What an officer or a panel comes to. Upheld without changes, it orders a new review by somebody else. */
interface Ruling {
  readonly upheld: boolean;
  readonly changes: readonly Change[];
  readonly reason: string;
}

export interface DecideAppeal extends AnyCommand, Ruling {
  readonly type: 'DecideAppeal';
}

/** The candidate takes a rejected appeal to a panel. */
export interface EscalateAppeal extends AnyCommand {
  readonly type: 'EscalateAppeal';
  readonly says: string;
}

/** The time in which a rejected appeal could be taken to a panel has passed. */
export interface LapseAppeal extends AnyCommand {
  readonly type: 'LapseAppeal';
}

export interface PanelMember {
  readonly person: PersonId;
  /** Whether they have to do with the provider or with the case. */
  readonly connected: boolean;
}

export interface ConvenePanel extends AnyCommand {
  readonly type: 'ConvenePanel';
  readonly members: readonly PanelMember[];
}

/** The panel's decision, given by a member who is not connected. It is final. */
export interface DecideByPanel extends AnyCommand, Ruling {
  readonly type: 'DecideByPanel';
}

export type AppealCommand =
  | LodgeAppeal
  | AllocateOfficer
  | DecideAppeal
  | EscalateAppeal
  | LapseAppeal
  | ConvenePanel
  | DecideByPanel;

const keepers = [may('provider', 'sameProvider'), may('administrator', 'anyone')];

export const appealPermissions = {
  LodgeAppeal: [may('candidate', 'own')],
  AllocateOfficer: keepers,
  DecideAppeal: [may('moderator', 'allocated')],
  EscalateAppeal: [may('candidate', 'own')],
  LapseAppeal: [may('system', 'anyone')],
  ConvenePanel: keepers,
  DecideByPanel: [may('moderator', 'allocated'), may('externalModerator', 'allocated')],
} as const satisfies Record<AppealCommand['type'], readonly Permission[]>;
