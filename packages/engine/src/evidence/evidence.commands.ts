import type { ComponentId, Method, StatementCode } from '@assay/standards';
import type {
  AnyCommand,
  ContentHash,
  Day,
  ItemId,
  Permission,
  PersonId,
  ProviderId,
  SubmissionId,
} from '../kernel/index.ts';
import { may } from '../kernel/index.ts';

/** What an item holds: a stored file, told by the hash of its bytes. */
export interface Content {
  readonly hash: ContentHash;
  readonly bytes: number;
  readonly mediaType: string;
  readonly name: string;
}

/** What the candidate says of an item. */
export interface Description {
  readonly title: string;
  readonly component: ComponentId;
  readonly method: Method;
  /** The day the practice that it shows took place or was written down. */
  readonly dated: Day;
}

export interface AddItem extends AnyCommand, Description {
  readonly type: 'AddItem';
  readonly item: ItemId;
  readonly submission: SubmissionId;
  readonly candidate: PersonId;
  readonly provider: ProviderId;
  readonly content: Content;
  /** The route that the submission follows: it says which components are handed in. */
  readonly route: string;
  /** Whether the submission that the item is for is open. */
  readonly submissionOpen: boolean;
}

/** Describes an item anew; with `content`, its text or file is replaced. Either way it must be declared again. */
export interface DescribeItem extends AnyCommand, Description {
  readonly type: 'DescribeItem';
  readonly content: Content | null;
}

/** The candidate says that this item shows that statement, and where in it to look. */
export interface ClaimStatement extends AnyCommand {
  readonly type: 'ClaimStatement';
  readonly statement: StatementCode;
  /** Page, paragraph or minute, in the candidate's words: "page 3, second paragraph". */
  readonly place: string;
}

export interface WithdrawClaim extends AnyCommand {
  readonly type: 'WithdrawClaim';
  readonly statement: StatementCode;
}

export interface DeclareItem extends AnyCommand {
  readonly type: 'DeclareItem';
  /** This is the candidate's own work, or says whose it is. */
  readonly authorship: boolean;
  /** Everyone shown or quoted agreed. */
  readonly consent: boolean;
  /** No child or family can be recognised. */
  readonly anonymised: boolean;
  /** What was done with artificial intelligence; "none" where nothing was. */
  readonly aiUse: string;
}

export interface RemoveItem extends AnyCommand {
  readonly type: 'RemoveItem';
}

/** Sent with a submission: what is submitted is frozen. */
export interface LockItem extends AnyCommand {
  readonly type: 'LockItem';
}

/** Sent with a return: the candidate may work on it again. */
export interface UnlockItem extends AnyCommand {
  readonly type: 'UnlockItem';
}

/** The confidentiality of a child, a family or a colleague is broken: a little, to be mended, or so that nobody may read on. */
export interface ReportBreach extends AnyCommand {
  readonly type: 'ReportBreach';
  readonly severity: 'minor' | 'major';
  /** What is wrong, without repeating what should not be read. */
  readonly says: string;
  /** Page, paragraph or minute. */
  readonly place: string;
  /** Who marks the portfolio: an item is allocated to them. */
  readonly markers: readonly PersonId[];
}

/** A copy in which the breach is mended. It stands beside what was submitted. */
export interface CorrectItem extends AnyCommand {
  readonly type: 'CorrectItem';
  readonly content: Content;
  /** No child or family can be recognised in the copy. */
  readonly anonymised: boolean;
}

/** The time to correct a returned item has passed. */
export interface LapseCorrection extends AnyCommand {
  readonly type: 'LapseCorrection';
}

export interface ReleaseItem extends AnyCommand {
  readonly type: 'ReleaseItem';
  readonly reason: string;
}

/** Something in the item suggests that somebody may be harmed. */
export interface RaiseSafeguarding extends AnyCommand {
  readonly type: 'RaiseSafeguarding';
  readonly says: string;
  /** Who marks the portfolio: an item is allocated to them. */
  readonly markers: readonly PersonId[];
}

export interface ClearSafeguarding extends AnyCommand {
  readonly type: 'ClearSafeguarding';
  /** What was done about the concern, or with whom it now lies. */
  readonly reason: string;
}

/** The award is released: the time begins for which the work is kept. */
export interface RetainItem extends AnyCommand {
  readonly type: 'RetainItem';
  /** The last day of a longer keeping, such as until appeals end; null where the scheme's time says it all. */
  readonly keepUntil: Day | null;
}

/** The work is no longer kept: its content is deleted, its record is not. */
export interface DestroyItem extends AnyCommand {
  readonly type: 'DestroyItem';
  /** Whether a review of marking or an appeal of this portfolio is not decided yet. */
  readonly appealsOpen: boolean;
}

export type EvidenceCommand =
  | AddItem
  | DescribeItem
  | ClaimStatement
  | WithdrawClaim
  | DeclareItem
  | RemoveItem
  | LockItem
  | UnlockItem
  | ReportBreach
  | CorrectItem
  | LapseCorrection
  | ReleaseItem
  | RaiseSafeguarding
  | ClearSafeguarding
  | RetainItem
  | DestroyItem;

const candidateOwn = [may('candidate', 'own')];
const system = [may('system', 'anyone')];
/** Everybody who reads an item because it is their work to. */
const readers = [may('assessor', 'allocated'), may('moderator', 'sameProvider'), may('provider', 'sameProvider')];
const moderator = [may('moderator', 'sameProvider')];

export const evidencePermissions = {
  AddItem: candidateOwn,
  DescribeItem: candidateOwn,
  ClaimStatement: candidateOwn,
  WithdrawClaim: candidateOwn,
  DeclareItem: candidateOwn,
  RemoveItem: candidateOwn,
  LockItem: system,
  UnlockItem: system,
  ReportBreach: readers,
  CorrectItem: candidateOwn,
  LapseCorrection: system,
  ReleaseItem: moderator,
  RaiseSafeguarding: readers,
  ClearSafeguarding: moderator,
  RetainItem: system,
  DestroyItem: system,
} as const satisfies Record<EvidenceCommand['type'], readonly Permission[]>;
