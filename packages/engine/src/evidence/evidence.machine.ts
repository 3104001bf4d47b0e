import { charting } from '../kernel/index.ts';
import { evidenceFacts } from './evidence.facts.ts';
import {
  breachIsMinor,
  breachIsPlaced,
  claimIsMade,
  clearanceIsReasoned,
  concernIsTold,
  copyIsAnonymised,
  copyIsAnother,
  correctionIsInTime,
  correctionIsOverdue,
  declarationIsWhole,
  itemHasContent,
  itemIsForCandidatesComponent,
  itemIsNotFromTheFuture,
  itemIsTitled,
  keepingHasEnded,
  noAppealIsOpen,
  placeIsGiven,
  releaseIsReasoned,
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
const reportBreach = [
  { guard: all(breachIsMinor, breachIsPlaced), target: 'returned', actions: record('ItemReturned') },
  { guard: all(breachIsPlaced), target: 'quarantined', actions: record('ItemQuarantined') },
] as const;
const raise = {
  guard: all(concernIsTold),
  target: 'safeguardingHold',
  actions: record('SafeguardingRaised'),
} as const;
const retain = { target: 'retained', actions: record('ItemRetained') } as const;

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
    removed: {},
    locked: {
      on: {
        UnlockItem: { target: 'declared', actions: record('ItemUnlocked') },
        ReportBreach: reportBreach,
        RaiseSafeguarding: raise,
        RetainItem: retain,
      },
    },
    returned: {
      on: {
        CorrectItem: {
          guard: all(itemHasContent, copyIsAnother, copyIsAnonymised, correctionIsInTime),
          target: 'locked',
          actions: record('ItemCorrected'),
        },
        LapseCorrection: {
          guard: all(correctionIsOverdue),
          target: 'quarantined',
          actions: record('CorrectionLapsed'),
        },
        ReportBreach: reportBreach,
        RaiseSafeguarding: raise,
      },
    },
    quarantined: {
      on: {
        ReleaseItem: { guard: all(releaseIsReasoned), target: 'locked', actions: record('ItemReleased') },
        RaiseSafeguarding: raise,
        RetainItem: retain,
      },
    },
    safeguardingHold: {
      on: {
        ClearSafeguarding: {
          guard: all(clearanceIsReasoned),
          target: 'locked',
          actions: record('SafeguardingCleared'),
        },
      },
    },
    retained: {
      on: {
        RaiseSafeguarding: raise,
        DestroyItem: {
          guard: all(keepingHasEnded, noAppealIsOpen),
          target: 'destroyed',
          actions: record('ItemDestroyed'),
        },
      },
    },
    destroyed: {},
  },
});
