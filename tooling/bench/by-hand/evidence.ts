import type {
  EvidenceCommand,
  EvidenceFact,
  EvidenceItem,
  ItemAdded,
  ItemDeclared,
  ItemLocked,
  StatementClaimed,
} from '../../../packages/engine/src/index.ts';
import { evidenceFacts } from '../../../packages/engine/src/evidence/evidence.facts.ts';
import {
  declarationIsWhole,
  itemHasContent,
  itemIsForCandidatesComponent,
  itemIsNotFromTheFuture,
  itemIsTitled,
  placeIsGiven,
  statementIsInFramework,
  submissionIsOpen,
} from '../../../packages/engine/src/evidence/evidence.rules.ts';
import type { ByHand } from '../recorder.ts';
import { done, no, stands } from './hand.ts';

const { StatementClaimed, ItemDeclared, ItemLocked } = evidenceFacts;

const isOwner = ({ by, involved }: EvidenceCommand, candidate: string) =>
  by.role === 'candidate' && by.person === candidate && stands(by, involved);

/** The journey's commands on an evidence item, as a plain switch. */
export const evidenceByHand: ByHand<EvidenceItem, EvidenceCommand, EvidenceFact> = (state, command, book) => {
  const { by, at } = command;
  if (state === null) {
    if (
      command.type !== 'AddItem' ||
      !isOwner(command, command.candidate) ||
      !submissionIsOpen.holds(null, command, book) ||
      !itemIsTitled.holds(null, command, book) ||
      !itemIsForCandidatesComponent.holds(null, command, book) ||
      !itemHasContent.holds(null, command, book) ||
      !itemIsNotFromTheFuture.holds(null, command, book)
    )
      return no;
    const { item, submission, candidate, provider, title, component, method, dated, content, route } = command;
    const told = { item, submission, candidate, provider, title, component, method, dated, content, route };
    const fact: ItemAdded = { type: 'ItemAdded', by, at, ...told };
    return done('draft', { ...told, corrected: null, claims: {}, aiUse: null, due: null }, fact);
  }
  const { status, context } = state;
  switch (command.type) {
    case 'ClaimStatement': {
      if (
        (status !== 'draft' && status !== 'declared') ||
        !isOwner(command, context.candidate) ||
        !statementIsInFramework.holds(context, command, book) ||
        !placeIsGiven.holds(context, command, book)
      )
        return no;
      const fact: StatementClaimed = {
        type: 'StatementClaimed',
        by,
        at,
        ...StatementClaimed.tell(context, command, book),
      };
      return done(status, StatementClaimed.change(context, fact), fact);
    }
    case 'DeclareItem': {
      if (
        status !== 'draft' ||
        !isOwner(command, context.candidate) ||
        !declarationIsWhole.holds(context, command, book)
      )
        return no;
      const fact: ItemDeclared = { type: 'ItemDeclared', by, at, ...ItemDeclared.tell(context, command, book) };
      return done('declared', ItemDeclared.change(context, fact), fact);
    }
    case 'LockItem': {
      if (status !== 'declared' || by.role !== 'system') return no;
      const fact: ItemLocked = { type: 'ItemLocked', by, at };
      return done('locked', ItemLocked.change(context, fact), fact);
    }
    default:
      return no;
  }
};
