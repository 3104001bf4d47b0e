import type { StatementCode } from '@assay/standards';
import type { AnyFact, FactBook, ItemId, PersonId, ProviderId, SubmissionId } from '../kernel/index.ts';
import type {
  ClaimStatement,
  Content,
  DeclareItem,
  DescribeItem,
  Description,
  EvidenceCommand,
  WithdrawClaim,
} from './evidence.commands.ts';

/** One thing a candidate shows. `claims` maps a statement's code to the place in the item. */
export interface EvidenceItem extends Description {
  readonly item: ItemId;
  readonly submission: SubmissionId;
  readonly candidate: PersonId;
  readonly provider: ProviderId;
  readonly content: Content;
  readonly route: string;
  readonly claims: Readonly<Record<string, string>>;
  readonly aiUse: string | null;
}

export interface ItemAdded extends AnyFact, Description {
  readonly type: 'ItemAdded';
  readonly item: ItemId;
  readonly submission: SubmissionId;
  readonly candidate: PersonId;
  readonly provider: ProviderId;
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

export type EvidenceFact =
  | ItemAdded
  | ItemDescribed
  | StatementClaimed
  | ClaimWithdrawn
  | ItemDeclared
  | ItemRemoved
  | ItemLocked
  | ItemUnlocked;

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
  ItemUnlocked: { tell: () => ({}), change: (item) => item },
};
