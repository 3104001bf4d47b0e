import { defineWorkflow } from '../kernel/index.ts';
import { evidencePermissions, type AddItem, type EvidenceCommand } from './evidence.commands.ts';
import { evidenceFacts, type EvidenceFact, type EvidenceItem, type ItemAdded } from './evidence.facts.ts';
import { evidenceMachine } from './evidence.machine.ts';
import {
  itemHasContent,
  itemIsForCandidatesComponent,
  itemIsNotFromTheFuture,
  itemIsTitled,
  submissionIsOpen,
} from './evidence.rules.ts';

/** What a candidate shows, and which statements they say it shows. */
export const evidence = defineWorkflow<EvidenceItem, EvidenceCommand, EvidenceFact>({
  name: 'evidence item',
  machine: evidenceMachine,
  facts: evidenceFacts,
  opening: {
    command: 'AddItem',
    fact: 'ItemAdded',
    rules: [submissionIsOpen, itemIsTitled, itemIsForCandidatesComponent, itemHasContent, itemIsNotFromTheFuture],
    tell: ({ item, submission, candidate, provider, title, component, method, dated, content, route }: AddItem) => ({
      item,
      submission,
      candidate,
      provider,
      title,
      component,
      method,
      dated,
      content,
      route,
    }),
    context: ({ type: _type, by: _by, at: _at, ...described }: ItemAdded) => ({
      ...described,
      claims: {},
      aiUse: null,
    }),
  },
  may: evidencePermissions,
  turns: {
    draft: { owner: 'candidate' },
    declared: { owner: 'candidate' },
    locked: { owner: 'provider' },
    removed: null,
  },
  relation: (context, actor, command) => {
    const candidate = context?.candidate ?? (command?.type === 'AddItem' ? command.candidate : null);
    return candidate === actor.person ? ['own'] : [];
  },
  parties: ({ candidate }) => [{ person: candidate, role: 'candidate' }],
});
