import { rule } from '../kernel/index.ts';
import { sufficiency } from '../scoring/index.ts';
import type {
  ConfirmEvidence,
  JudgeStandard,
  RecordDiscussion,
  RecordVisit,
  RestoreSource,
  SetAside,
} from './review.commands.ts';
import type { Review } from './review.facts.ts';
import { countingMethods, given, notCounting } from './support.ts';

export const sourceIsInPortfolio = rule<Review, ConfirmEvidence | SetAside>({
  id: 'REV-8',
  says: 'A judgement rests on what was submitted, on the recorded visit or on the recorded discussion.',
  holds: ({ sources }, { source }) => Object.hasOwn(sources, source),
  detail: (_review, { source }) => `${source} is not there.`,
});

export const sourceIsNotAside = rule<Review, ConfirmEvidence>({
  id: 'REV-24',
  says: 'What was set aside is confirmed for no standard.',
  holds: ({ aside }, { source }) => !aside.includes(source),
});

/** R2 of scheme.md. */
export const sourceIsCurrent = rule<Review, ConfirmEvidence>({
  id: 'R2',
  says: 'An evidence item is current when it is dated no more than the scheme’s months before the submission.',
  holds: ({ stale }, { source, current }) => !current || !stale.includes(source),
  detail: (_review, { source }, { currencyMonths }) =>
    `${source} is dated more than ${currencyMonths} months before the submission.`,
});

export const settingAsideIsReasoned = rule<Review, SetAside | RestoreSource>({
  id: 'REV-25',
  says: 'Evidence is set aside, and restored, with a reason.',
  holds: (_review, { reason }) => given(reason),
});

export const sourceIsAside = rule<Review, RestoreSource>({
  id: 'REV-26',
  says: 'Only what was set aside is restored.',
  holds: ({ aside }, { source }) => aside.includes(source),
});

/** R1 of scheme.md. A score of 0 says that nothing counts, so it rests on nothing. */
export const evidenceCounts = rule<Review, JudgeStandard>({
  id: 'R1',
  says: 'An evidence item counts for a standard only if an assessor confirmed it valid, authentic, current and sufficient for it.',
  holds: (review, { standard, evidence }) => notCounting(review, standard, evidence).length === 0,
  detail: (review, { standard, evidence }) =>
    `Not confirmed for ${standard}: ${notCounting(review, standard, evidence).join(', ')}.`,
});

export const evidenceSuffices = rule<Review, JudgeStandard>({
  id: 'R3',
  says: 'A standard at the threshold or above rests on enough counting items of enough different methods.',
  holds: (review, { standard, score, evidence }, book) =>
    sufficiency(score, countingMethods(review, standard, evidence), book).enough,
  detail: (review, { standard, score, evidence }, book) => {
    const found = sufficiency(score, countingMethods(review, standard, evidence), book);
    return `A score of ${score} asks for ${book.sufficiency.items} items of ${book.sufficiency.methods} methods; this rests on ${found.items} of ${found.methods}.`;
  },
});

export const occasionIsRecorded = rule<Review, RecordVisit | RecordDiscussion>({
  id: 'REV-10',
  says: 'A visit or a discussion is recorded with an account of what was seen and said, on a day that has come.',
  holds: (_review, { account, on, at }) => given(account) && on <= at.slice(0, 10),
});

export const discussionHasLength = rule<Review, RecordDiscussion>({
  id: 'REV-17',
  says: 'A discussion is recorded with its length in whole minutes.',
  holds: (_review, { minutes }) => Number.isInteger(minutes) && minutes > 0,
});
