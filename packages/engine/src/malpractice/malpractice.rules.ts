import { rule, when } from '../kernel/index.ts';
import {
  penalties,
  type AnswerAllegation,
  type DecideMalpractice,
  type DismissReport,
  type LapseAnswer,
  type ReportMalpractice,
} from './malpractice.commands.ts';
import type { Malpractice } from './malpractice.facts.ts';

const given = (text: string) => text.trim() !== '';

export const reportSaysWhat = rule<null, ReportMalpractice>({
  id: 'MAL-1',
  says: 'A report says what is alleged.',
  holds: (_none, { says }) => given(says),
});

/** The general rule K4 knows the people of a case only once it is reported, so the report asks it first. */
export const reporterIsNotTheCandidate = rule<null, ReportMalpractice>({
  id: 'MAL-2',
  says: 'Nobody reports their own portfolio.',
  holds: (_none, { candidate, by }) => candidate !== by.person,
});

export const dismissalIsReasoned = rule<Malpractice, DismissReport>({
  id: 'MAL-3',
  says: 'A report is dismissed with a reason.',
  holds: (_case, { reason }) => given(reason),
});

export const reporterDoesNotDecide = rule<Malpractice, DismissReport | DecideMalpractice>({
  id: 'MAL-4',
  says: 'Whoever reported a case neither dismisses nor decides it.',
  holds: ({ reporter }, { by }) => reporter.person !== by.person,
});

export const answerSaysSomething = rule<Malpractice, AnswerAllegation>({
  id: 'MAL-5',
  says: 'An answer to an allegation is not empty.',
  holds: (_case, { says }) => given(says),
});

export const answerTimeHasPassed = rule<Malpractice, DecideMalpractice | LapseAnswer>({
  id: 'MAL-6',
  says: 'A case goes on without the candidate’s answer only once the time for it has passed.',
  holds: ({ due }, { at }) => due !== null && at > due.at,
});

export const findingIsReasoned = rule<Malpractice, DecideMalpractice>({
  id: 'MAL-7',
  says: 'A case is decided with a reason.',
  holds: (_case, { reason }) => given(reason),
});

export const penaltyFitsFinding = rule<Malpractice, DecideMalpractice>({
  id: 'MAL-8',
  says: 'What is proven has a penalty, and what is not has none.',
  holds: (_case, { finding, penalty }) =>
    finding === 'proven' ? penalties.some((known) => known === penalty) : penalty === null,
});

export const voidedEvidenceIsNamed = rule<Malpractice, DecideMalpractice>({
  id: 'MAL-9',
  says: 'Evidence is voided item by item, of those reported, with the standards that rest on nothing else.',
  holds: ({ evidence }, { penalty, voided }, book) =>
    penalty === 'evidenceVoided'
      ? voided !== undefined &&
        voided.evidence.length > 0 &&
        voided.evidence.every((item) => evidence.includes(item)) &&
        voided.standards.every((standard) => book.judged.has(standard))
      : voided === undefined,
});

export const nothingIsProven = when<Malpractice, DecideMalpractice>(
  'nothing is proven',
  (_case, { finding }) => finding === 'none',
);
