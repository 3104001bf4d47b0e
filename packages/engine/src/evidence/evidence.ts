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
      corrected: null,
      claims: {},
      aiUse: null,
      due: null,
    }),
  },
  may: evidencePermissions,
  turns: {
    draft: { owner: 'candidate' },
    declared: { owner: 'candidate' },
    removed: null,
    locked: { owner: 'provider' },
    returned: { owner: 'candidate', lapse: 'LapseCorrection' },
    quarantined: { owner: 'moderator' },
    safeguardingHold: { owner: 'moderator' },
    retained: { owner: 'administrator', lapse: 'DestroyItem' },
    destroyed: null,
  },
  deadline: ({ due }) => due,
  relation: (context, actor, command) => {
    const candidate = context?.candidate ?? (command?.type === 'AddItem' ? command.candidate : null);
    const markers = command?.type === 'ReportBreach' || command?.type === 'RaiseSafeguarding' ? command.markers : [];
    return [
      ...(candidate === actor.person ? (['own'] as const) : []),
      ...(markers.includes(actor.person) ? (['allocated'] as const) : []),
      ...(context !== null && context.provider === actor.provider ? (['sameProvider'] as const) : []),
    ];
  },
  parties: ({ candidate }) => [{ person: candidate, role: 'candidate' }],
});
