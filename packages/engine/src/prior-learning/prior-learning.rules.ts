import type { StatementCode } from '@assay/standards';
import { conflictOf, rule, type Rulebook } from '../kernel/index.ts';
import { beyondPriorLearning, priorLearningSays } from '../submission/index.ts';
import type {
  AllocatePriorLearning,
  ClaimPriorLearning,
  JudgePriorLearning,
  SealPriorLearning,
} from './prior-learning.commands.ts';
import type { PriorLearning } from './prior-learning.facts.ts';

const codes = ({ standards }: ClaimPriorLearning): StatementCode[] => standards.map(({ standard }) => standard);

export const claimNamesStandards = rule<null, ClaimPriorLearning>({
  id: 'PRI-1',
  says: 'A claim of prior learning names at least one standard, each once.',
  holds: (_none, command) => {
    const named = codes(command);
    return named.length > 0 && new Set(named).size === named.length;
  },
});

const closed = (command: ClaimPriorLearning, book: Rulebook) =>
  codes(command).filter((code) => !book.judged.has(code) || command.banked.includes(code));

export const standardsAreOpen = rule<null, ClaimPriorLearning>({
  id: 'PRI-2',
  says: 'Prior learning is claimed for standards that are scored and not banked yet.',
  holds: (_none, command, book) => closed(command, book).length === 0,
  detail: (_none, command, book) => `These are not: ${closed(command, book).join(', ')}.`,
});

const bare = ({ standards, items }: ClaimPriorLearning) =>
  standards.filter(
    ({ account, evidence }) =>
      account.trim() === '' || evidence.length === 0 || !evidence.every((item) => items.includes(item)),
  );

export const claimIsShown = rule<null, ClaimPriorLearning>({
  id: 'PRI-3',
  says: 'Each standard is claimed with an account, and with evidence items of the candidate’s own submission.',
  holds: (_none, command) => bare(command).length === 0,
  detail: (_none, command) =>
    `Not so for ${bare(command)
      .map(({ standard }) => standard)
      .join(', ')}.`,
});

const critical = (command: ClaimPriorLearning, book: Rulebook) =>
  codes(command).filter((code) => book.judged.get(code)?.critical === true);

export const criticalIsAssessed = rule<null, ClaimPriorLearning>({
  id: 'PRI-4',
  says: 'A critical standard is assessed on present practice, never claimed as prior learning.',
  holds: (_none, command, book) => critical(command, book).length === 0,
  detail: (_none, command, book) => `Critical: ${critical(command, book).join(', ')}.`,
});

export const submissionIsOpen = rule<PriorLearning | null, ClaimPriorLearning | SealPriorLearning>({
  id: 'PRI-5',
  says: 'Prior learning is claimed and decided while the submission is open; what is handed in is assessed as it stands.',
  holds: (_claim, { submissionOpen }) => submissionOpen,
});

export const oneClaimIsOpen = rule<null, ClaimPriorLearning>({
  id: 'PRI-6',
  says: 'A submission has one claim of prior learning open at a time.',
  holds: (_none, { claimOpen }) => !claimOpen,
});

/** What is met is part of what is claimed, so the limit that holds for the claim holds for it. */
export const priorLearningIsLimited = rule<null, ClaimPriorLearning>({
  id: 'R14',
  says: priorLearningSays,
  holds: (_none, command, book) => beyondPriorLearning([...command.priorLearning, ...codes(command)], book) === null,
  detail: (_none, command, book) => beyondPriorLearning([...command.priorLearning, ...codes(command)], book) ?? '',
});

export const assessorIsAppointed = rule<PriorLearning, AllocatePriorLearning>({
  id: 'PRI-7',
  says: 'Prior learning is judged by somebody whom the provider has appointed as an assessor.',
  holds: (_claim, { appointed }) => appointed,
});

export const assessorIsIndependent = rule<PriorLearning, AllocatePriorLearning>({
  id: 'PRI-8',
  says: 'Nobody judges prior learning in which they have a stake: not the candidate, nobody connected with them, nobody who stands on the portfolio in a conflicting role.',
  holds: ({ candidate }, { assessor, connected = false, involved = [] }) =>
    !connected &&
    conflictOf(assessor, 'assessor', [{ person: candidate, role: 'candidate' }, ...involved]) === undefined,
});

export const standardIsClaimed = rule<PriorLearning, JudgePriorLearning>({
  id: 'PRI-9',
  says: 'Only a standard that is claimed is judged as prior learning.',
  holds: ({ standards }, { standard }) => standards.includes(standard),
  detail: (_claim, { standard }) => `${standard} is not claimed.`,
});

export const judgementIsReasoned = rule<PriorLearning, JudgePriorLearning>({
  id: 'PRI-10',
  says: 'Every judgement of prior learning carries a written reason.',
  holds: (_claim, { reason }) => reason.trim() !== '',
});

const unjudged = ({ standards, judged }: PriorLearning) => standards.filter((code) => !Object.hasOwn(judged, code));

export const everyStandardIsJudged = rule<PriorLearning, SealPriorLearning>({
  id: 'PRI-11',
  says: 'A claim of prior learning is decided when every standard of it is judged met or not met.',
  holds: (claim) => unjudged(claim).length === 0,
  detail: (claim) => `Not judged: ${unjudged(claim).join(', ')}.`,
});
