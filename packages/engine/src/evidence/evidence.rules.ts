import { onRoute, rule, when } from '../kernel/index.ts';
import type {
  AddItem,
  ClaimStatement,
  ClearSafeguarding,
  CorrectItem,
  DeclareItem,
  DescribeItem,
  DestroyItem,
  LapseCorrection,
  RaiseSafeguarding,
  ReleaseItem,
  ReportBreach,
  WithdrawClaim,
} from './evidence.commands.ts';
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

export const itemHasContent = rule<EvidenceItem | null, AddItem | DescribeItem | CorrectItem>({
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

export const breachIsMinor = when<EvidenceItem, ReportBreach>(
  'The breach is minor.',
  (_item, { severity }) => severity === 'minor',
);

export const breachIsPlaced = rule<EvidenceItem, ReportBreach>({
  id: 'EVI-10',
  says: 'A breach of confidentiality is reported with what it is and where in the item it stands.',
  holds: (_item, { says, place }) => says.trim() !== '' && place.trim() !== '',
});

export const copyIsAnother = rule<EvidenceItem, CorrectItem>({
  id: 'EVI-11',
  says: 'A corrected copy is another than what was submitted, and than an earlier corrected copy.',
  holds: ({ content, corrected }, command) =>
    command.content.hash !== content.hash && command.content.hash !== corrected?.hash,
});

export const copyIsAnonymised = rule<EvidenceItem, CorrectItem>({
  id: 'EVI-12',
  says: 'A corrected copy is declared anonymised.',
  holds: (_item, { anonymised }) => anonymised,
});

export const correctionIsInTime = rule<EvidenceItem, CorrectItem>({
  id: 'EVI-13',
  says: 'A returned item is corrected within the time for it.',
  holds: ({ due }, { at }) => due === null || at <= due.at,
});

export const correctionIsOverdue = rule<EvidenceItem, LapseCorrection>({
  id: 'EVI-14',
  says: 'A correction lapses only once the time for it has passed.',
  holds: ({ due }, { at }) => due !== null && at > due.at,
});

export const releaseIsReasoned = rule<EvidenceItem, ReleaseItem>({
  id: 'EVI-15',
  says: 'A quarantined item is released with a reason.',
  holds: (_item, { reason }) => reason.trim() !== '',
});

export const concernIsTold = rule<EvidenceItem, RaiseSafeguarding>({
  id: 'EVI-16',
  says: 'A safeguarding concern says what gives rise to it.',
  holds: (_item, { says }) => says.trim() !== '',
});

export const clearanceIsReasoned = rule<EvidenceItem, ClearSafeguarding>({
  id: 'EVI-17',
  says: 'A safeguarding hold is cleared with what was done about the concern.',
  holds: (_item, { reason }) => reason.trim() !== '',
});

export const keepingHasEnded = rule<EvidenceItem, DestroyItem>({
  id: 'EVI-18',
  says: 'Work is destroyed only once the time for which it is kept has passed.',
  holds: ({ due }, { at }) => due !== null && at > due.at,
});

export const noAppealIsOpen = rule<EvidenceItem, DestroyItem>({
  id: 'EVI-19',
  says: 'Work is destroyed only while no review of marking and no appeal is open.',
  holds: (_item, { appealsOpen }) => !appealsOpen,
});
