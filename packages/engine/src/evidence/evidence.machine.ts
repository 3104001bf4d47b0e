import { charting } from '../kernel/index.ts';
import { evidenceFacts } from './evidence.facts.ts';
import {
  claimIsMade,
  declarationIsWhole,
  itemHasContent,
  itemIsForCandidatesComponent,
  itemIsNotFromTheFuture,
  itemIsTitled,
  placeIsGiven,
  statementIsInFramework,
} from './evidence.rules.ts';

const { createMachine, all, record } = charting(evidenceFacts);

const describe = {
  guard: all(itemIsTitled, itemIsForCandidatesComponent, itemHasContent, itemIsNotFromTheFuture),
  target: 'draft',
  actions: record('ItemDescribed'),
} as const;
const claim = { guard: all(statementIsInFramework, placeIsGiven), actions: record('StatementClaimed') } as const;
const withdrawClaim = { guard: all(claimIsMade), actions: record('ClaimWithdrawn') } as const;
const remove = { target: 'removed', actions: record('ItemRemoved') } as const;

export const evidenceMachine = createMachine({
  id: 'evidence item',
  initial: 'draft',
  context: ({ input }) => input,
  states: {
    draft: {
      on: {
        DescribeItem: describe,
        ClaimStatement: claim,
        WithdrawClaim: withdrawClaim,
        DeclareItem: { guard: all(declarationIsWhole), target: 'declared', actions: record('ItemDeclared') },
        RemoveItem: remove,
      },
    },
    declared: {
      on: {
        DescribeItem: describe,
        ClaimStatement: claim,
        WithdrawClaim: withdrawClaim,
        RemoveItem: remove,
        LockItem: { target: 'locked', actions: record('ItemLocked') },
      },
    },
    locked: { on: { UnlockItem: { target: 'declared', actions: record('ItemUnlocked') } } },
    removed: {},
  },
});
