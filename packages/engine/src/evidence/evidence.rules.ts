import { onRoute, rule } from '../kernel/index.ts';
import type { AddItem, ClaimStatement, DeclareItem, DescribeItem, WithdrawClaim } from './evidence.commands.ts';
import type { EvidenceItem } from './evidence.facts.ts';

export const itemIsTitled = rule<EvidenceItem | null, AddItem | DescribeItem>({
  id: 'EVI-1',
  says: 'An evidence item has a title.',
  holds: (_item, { title }) => title.trim() !== '',
});

export const itemIsForCandidatesComponent = rule<EvidenceItem | null, AddItem | DescribeItem>({
  id: 'EVI-2',
  says: 'An evidence item belongs to a component that the candidate hands in on their route.',
  holds: (item, command, book) => {
    const component = book.components.get(command.component);
    const route = command.type === 'AddItem' ? command.route : item?.route;
    return component !== undefined && route !== undefined && onRoute(component, route);
  },
});

export const itemHasContent = rule<EvidenceItem | null, AddItem | DescribeItem>({
  id: 'EVI-3',
  says: 'An evidence item has content: a file or a written account that is not empty.',
  holds: (_item, { content }) => content === null || content.bytes > 0,
});

export const submissionIsOpen = rule<null, AddItem>({
  id: 'EVI-9',
  says: 'Evidence is added while the submission is open; what is submitted is frozen.',
  holds: (_none, { submissionOpen }) => submissionOpen,
});

export const itemIsNotFromTheFuture = rule<EvidenceItem | null, AddItem | DescribeItem>({
  id: 'EVI-4',
  says: 'An evidence item is dated today or earlier.',
  holds: (_item, { dated, at }) => dated <= at.slice(0, 10),
});

export const statementIsInFramework = rule<EvidenceItem, ClaimStatement>({
  id: 'EVI-5',
  says: 'A claim names a statement of the framework.',
  holds: (_item, { statement }, book) => book.judged.has(statement) || book.covered.has(statement),
  detail: (_item, { statement }) => `There is no ${statement}.`,
});

export const placeIsGiven = rule<EvidenceItem, ClaimStatement>({
  id: 'EVI-6',
  says: 'A claim says where in the item the statement is shown.',
  holds: (_item, { place }) => place.trim() !== '',
});

export const claimIsMade = rule<EvidenceItem, WithdrawClaim>({
  id: 'EVI-7',
  says: 'Only a claim that was made can be withdrawn.',
  holds: ({ claims }, { statement }) => Object.hasOwn(claims, statement),
});

export const declarationIsWhole = rule<EvidenceItem, DeclareItem>({
  id: 'EVI-8',
  says: 'A declaration confirms authorship, consent and anonymity, and says what artificial intelligence was used for.',
  holds: (_item, { authorship, consent, anonymised, aiUse }) =>
    authorship && consent && anonymised && aiUse.trim() !== '',
  detail: (_item, { authorship, consent, anonymised, aiUse }) => {
    const open = [
      !authorship && 'authorship',
      !consent && 'consent',
      !anonymised && 'anonymity',
      aiUse.trim() === '' && 'the use of artificial intelligence',
    ];
    return `Still open: ${open.filter((part) => part !== false).join(', ')}.`;
  },
});
