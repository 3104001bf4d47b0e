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

export type EvidenceCommand =
  | AddItem
  | DescribeItem
  | ClaimStatement
  | WithdrawClaim
  | DeclareItem
  | RemoveItem
  | LockItem
  | UnlockItem;

const candidateOwn = [may('candidate', 'own')];

export const evidencePermissions = {
  AddItem: candidateOwn,
  DescribeItem: candidateOwn,
  ClaimStatement: candidateOwn,
  WithdrawClaim: candidateOwn,
  DeclareItem: candidateOwn,
  RemoveItem: candidateOwn,
  LockItem: [may('system', 'anyone')],
  UnlockItem: [may('system', 'anyone')],
} as const satisfies Record<EvidenceCommand['type'], readonly Permission[]>;
