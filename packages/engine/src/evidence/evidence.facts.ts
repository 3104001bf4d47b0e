import type { StatementCode } from '@assay/standards';
import {
  deadlineOf,
  type AnyFact,
  type ContentHash,
  type Deadline,
  type FactBook,
  type ItemId,
  type PersonId,
  type ProviderId,
  type SubmissionId,
} from '../kernel/index.ts';
import type {
  ClaimStatement,
  ClearSafeguarding,
  Content,
  CorrectItem,
  DeclareItem,
  DescribeItem,
  Description,
  EvidenceCommand,
  RaiseSafeguarding,
  ReleaseItem,
  ReportBreach,
  RetainItem,
  WithdrawClaim,
} from './evidence.commands.ts';
import { keptUntil } from './evidence.time.ts';

/** Whose item it is, and of which portfolio: what other records need to know of it. */
export interface Portfolio {
  readonly item: ItemId;
  readonly submission: SubmissionId;
  readonly candidate: PersonId;
  readonly provider: ProviderId;
}

/** One thing a candidate shows. `claims` maps a statement's code to the place in the item. */
export interface EvidenceItem extends Description, Portfolio {
  /** What was submitted. A correction does not change it. */
  readonly content: Content;
  /** The copy in which a breach of confidentiality is mended; null where there was none. It is read instead. */
  readonly corrected: Content | null;
  readonly route: string;
  readonly claims: Readonly<Record<string, string>>;
  readonly aiUse: string | null;
  /** By when a returned item is corrected, or until when a retained one is kept; null otherwise. */
  readonly due: Deadline | null;
}

export interface ItemAdded extends AnyFact, Description, Portfolio {
  readonly type: 'ItemAdded';
  readonly content: Content;
  readonly route: string;
}

export interface ItemDescribed extends AnyFact, Description {
  readonly type: 'ItemDescribed';
  readonly content: Content;
}

export interface StatementClaimed extends AnyFact {
  readonly type: 'StatementClaimed';
  readonly statement: StatementCode;
  readonly place: string;
}

export interface ClaimWithdrawn extends AnyFact {
  readonly type: 'ClaimWithdrawn';
  readonly statement: StatementCode;
}

export interface ItemDeclared extends AnyFact {
  readonly type: 'ItemDeclared';
  readonly authorship: true;
  readonly consent: true;
  readonly anonymised: true;
  readonly aiUse: string;
}

export interface ItemRemoved extends AnyFact {
  readonly type: 'ItemRemoved';
}

export interface ItemLocked extends AnyFact {
  readonly type: 'ItemLocked';
}

export interface ItemUnlocked extends AnyFact {
  readonly type: 'ItemUnlocked';
}

/** A minor breach: the candidate mends it in a short time. */
export interface ItemReturned extends AnyFact, Portfolio {
  readonly type: 'ItemReturned';
  readonly says: string;
  readonly place: string;
  readonly due: Deadline | null;
}

/** A major breach: nobody reads on, and the item does not count, until a moderator releases it. */
export interface ItemQuarantined extends AnyFact, Portfolio {
  readonly type: 'ItemQuarantined';
  readonly says: string;
  readonly place: string;
}

export interface ItemCorrected extends AnyFact, Portfolio {
  readonly type: 'ItemCorrected';
  readonly content: Content;
}

/** A minor breach that was not mended in time: quarantined like a major one. */
export interface CorrectionLapsed extends AnyFact, Portfolio {
  readonly type: 'CorrectionLapsed';
}

export interface ItemReleased extends AnyFact, Portfolio {
  readonly type: 'ItemReleased';
  readonly reason: string;
}

/** The marking of the rest of the portfolio goes on. */
export interface SafeguardingRaised extends AnyFact, Portfolio {
  readonly type: 'SafeguardingRaised';
  readonly says: string;
}

export interface SafeguardingCleared extends AnyFact, Portfolio {
  readonly type: 'SafeguardingCleared';
  readonly reason: string;
}

export interface ItemRetained extends AnyFact, Portfolio {
  readonly type: 'ItemRetained';
  readonly due: Deadline | null;
}

/** The content is deleted; what it was, to the byte, stays on record by its hashes. */
export interface ItemDestroyed extends AnyFact, Portfolio {
  readonly type: 'ItemDestroyed';
  /** What was submitted, and what corrected it. */
  readonly hashes: readonly ContentHash[];
}

export type EvidenceFact =
  | ItemAdded
  | ItemDescribed
  | StatementClaimed
  | ClaimWithdrawn
  | ItemDeclared
  | ItemRemoved
  | ItemLocked
  | ItemUnlocked
  | ItemReturned
  | ItemQuarantined
  | ItemCorrected
  | CorrectionLapsed
  | ItemReleased
  | SafeguardingRaised
  | SafeguardingCleared
  | ItemRetained
  | ItemDestroyed;

const portfolioOf = ({ item, submission, candidate, provider }: EvidenceItem): Portfolio => ({
  item,
  submission,
  candidate,
  provider,
});

export const evidenceFacts: FactBook<EvidenceItem, EvidenceCommand, Exclude<EvidenceFact, ItemAdded>> = {
  ItemDescribed: {
    tell: (item, { title, component, method, dated, content }: DescribeItem) => ({
      title,
      component,
      method,
      dated,
      content: content ?? item.content,
    }),
    change: (item, { title, component, method, dated, content }) => ({
      ...item,
      title,
      component,
      method,
      dated,
      content,
      aiUse: null,
    }),
  },
  StatementClaimed: {
    tell: (_item, { statement, place }: ClaimStatement) => ({ statement, place: place.trim() }),
    change: (item, { statement, place }) => ({ ...item, claims: { ...item.claims, [statement]: place } }),
  },
  ClaimWithdrawn: {
    tell: (_item, { statement }: WithdrawClaim) => ({ statement }),
    change: (item, { statement }) => {
      const { [statement]: _withdrawn, ...claims } = item.claims;
      return { ...item, claims };
    },
  },
  ItemDeclared: {
    tell: (_item, { aiUse }: DeclareItem) => ({
      authorship: true,
      consent: true,
      anonymised: true,
      aiUse: aiUse.trim(),
    }),
    change: (item, { aiUse }) => ({ ...item, aiUse }),
  },
  ItemRemoved: { tell: () => ({}), change: (item) => item },
  ItemLocked: { tell: () => ({}), change: (item) => item },
  // What is worked on again is the mended copy: the portfolio must not be handed in anew with the breach in it.
  ItemUnlocked: {
    tell: () => ({}),
    change: (item) => ({ ...item, content: item.corrected ?? item.content, corrected: null }),
  },
  ItemReturned: {
    tell: (item, { says, place, at }: ReportBreach, book) => ({
      ...portfolioOf(item),
      says: says.trim(),
      place: place.trim(),
      due: deadlineOf('correct-minor-breach', at, book),
    }),
    change: (item, { due }) => ({ ...item, due }),
  },
  ItemQuarantined: {
    tell: (item, { says, place }: ReportBreach) => ({ ...portfolioOf(item), says: says.trim(), place: place.trim() }),
    change: (item) => ({ ...item, due: null }),
  },
  ItemCorrected: {
    tell: (item, { content }: CorrectItem) => ({ ...portfolioOf(item), content }),
    change: (item, { content }) => ({ ...item, corrected: content, due: null }),
  },
  CorrectionLapsed: {
    tell: portfolioOf,
    change: (item) => ({ ...item, due: null }),
  },
  ItemReleased: {
    tell: (item, { reason }: ReleaseItem) => ({ ...portfolioOf(item), reason: reason.trim() }),
    change: (item) => item,
  },
  SafeguardingRaised: {
    tell: (item, { says }: RaiseSafeguarding) => ({ ...portfolioOf(item), says: says.trim() }),
    change: (item) => ({ ...item, due: null }),
  },
  SafeguardingCleared: {
    tell: (item, { reason }: ClearSafeguarding) => ({ ...portfolioOf(item), reason: reason.trim() }),
    change: (item) => item,
  },
  ItemRetained: {
    tell: (item, { keepUntil, at }: RetainItem, book) => ({
      ...portfolioOf(item),
      due: keptUntil(keepUntil, at, book),
    }),
    change: (item, { due }) => ({ ...item, due }),
  },
  ItemDestroyed: {
    tell: (item) => ({
      ...portfolioOf(item),
      hashes: [item.content.hash, ...(item.corrected === null ? [] : [item.corrected.hash])],
    }),
    change: (item) => ({ ...item, due: null }),
  },
};
