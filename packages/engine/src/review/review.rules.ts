import { member, rule, type Rulebook } from '../kernel/index.ts';
import { sufficiency, unscored } from '../scoring/index.ts';
import type {
  AllocateAssessor,
  BeginMarking,
  ConfirmEvidence,
  DeclineAllocation,
  JudgeGate,
  JudgeStandard,
  NoteCoverage,
  RecordDiscussion,
  RecordVisit,
  ReopenReview,
  SealReview,
  Source,
  WaiveCoverage,
} from './review.commands.ts';
import type { Review } from './review.facts.ts';

const given = (text: string) => text.trim() !== '';
const some = (codes: readonly string[]) =>
  codes.length > 4 ? `${codes.slice(0, 4).join(', ')} and ${codes.length - 4} more` : codes.join(', ');

export const assessorIsIndependent = rule<Review, AllocateAssessor>({
  id: 'REV-1',
  says: 'Nobody marks their own portfolio.',
  holds: ({ candidate }, { assessor }) => candidate !== assessor,
});

export const assessorHasNotDeclined = rule<Review, AllocateAssessor>({
  id: 'REV-2',
  says: 'A review does not go back to an assessor who declined it.',
  holds: ({ declined }, { assessor }) => !declined.includes(assessor),
});

export const assessorIsAppointed = rule<Review, AllocateAssessor>({
  id: 'REV-18',
  says: 'A review is allocated to somebody whom the provider has appointed as an assessor.',
  holds: (_review, { appointed }) => appointed,
});

export const noConflictIsDeclared = rule<Review, BeginMarking>({
  id: 'REV-3',
  says: 'An assessor declares that there is no conflict of interest before marking, or declines.',
  holds: (_review, { noConflict }) => noConflict,
});

export const declineIsReasoned = rule<Review, DeclineAllocation>({
  id: 'REV-4',
  says: 'An assessor who declines says why.',
  holds: (_review, { reason }) => given(reason),
});

export const standardIsJudged = rule<Review, JudgeStandard | ConfirmEvidence>({
  id: 'REV-5',
  says: 'Only statements that the scheme scores are given a score.',
  holds: (_review, { standard }, book) => book.judged.has(standard),
  detail: (_review, { standard }) => `${standard} is not one of them.`,
});

export const scoreIsOnScale = rule<Review, JudgeStandard>({
  id: 'REV-6',
  says: 'A score is a whole number on the scale of the scheme.',
  holds: (_review, { score }, book) => Number.isInteger(score) && score >= 0 && score <= book.highest,
});

export const judgementIsReasoned = rule<Review, JudgeStandard | JudgeGate>({
  id: 'REV-7',
  says: 'Every judgement carries a written reason.',
  holds: (_review, { reason }) => given(reason),
});

export const sourceIsInPortfolio = rule<Review, ConfirmEvidence>({
  id: 'REV-8',
  says: 'A judgement rests on what was submitted, on the recorded visit or on the recorded discussion.',
  holds: ({ sources }, { source }) => Object.hasOwn(sources, source),
  detail: (_review, { source }) => `${source} is not there.`,
});

const notCounting = (review: Review, standard: string, evidence: readonly Source[]) =>
  evidence.filter((source) => !(member(review.counting, standard) ?? []).includes(source));

/** R1 of scheme.md. A score of 0 says that nothing counts, so it rests on nothing. */
export const evidenceCounts = rule<Review, JudgeStandard>({
  id: 'R1',
  says: 'An evidence item counts for a standard only if an assessor confirmed it valid, authentic, current and sufficient for it.',
  holds: (review, { standard, evidence }) => notCounting(review, standard, evidence).length === 0,
  detail: (review, { standard, evidence }) =>
    `Not confirmed for ${standard}: ${notCounting(review, standard, evidence).join(', ')}.`,
});

const countingMethods = (review: Review, standard: string, evidence: readonly Source[]) =>
  [...new Set(evidence)]
    .filter((source) => (member(review.counting, standard) ?? []).includes(source))
    .flatMap((source) => member(review.sources, source) ?? []);

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

export const componentIsGate = rule<Review, JudgeGate>({
  id: 'REV-9',
  says: 'Only a component that the scheme makes a gate is judged met or not met.',
  holds: (_review, { component }, book) => book.gates.includes(component),
});

export const gateWasSeen = rule<Review, JudgeGate>({
  id: 'REV-19',
  says: 'A visit or a discussion is recorded before it is judged met or not met.',
  holds: ({ sources }, { component }, book) => {
    const kind = book.components.get(component)?.kind;
    return (kind !== 'visit' && kind !== 'discussion') || Object.hasOwn(sources, kind);
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

export const statementsAreIndicators = rule<Review, NoteCoverage>({
  id: 'REV-11',
  says: 'Coverage is noted for knowledge and qualities; standards are scored.',
  holds: (_review, { statements }, book) => statements.length > 0 && statements.every((code) => book.covered.has(code)),
});

export const waiverIsReasoned = rule<Review, WaiveCoverage>({
  id: 'REV-12',
  says: 'A waiver names a statement of knowledge or qualities and gives its reason.',
  holds: (_review, { statement, reason }, book) => book.covered.has(statement) && given(reason),
});

export const everyStandardIsJudged = rule<Review, SealReview>({
  id: 'REV-13',
  says: 'A review is sealed when every standard has a score.',
  holds: ({ scores }, _seal, book) => unscored(scores, book.judged.keys()).length === 0,
  detail: ({ scores }, _seal, book) => {
    const open = unscored(scores, book.judged.keys());
    return `${open.length} ${open.length === 1 ? 'has' : 'have'} none: ${some(open)}.`;
  },
});

export const everyGateIsJudged = rule<Review, SealReview>({
  id: 'REV-14',
  says: 'A review is sealed when every gate is judged met or not met.',
  holds: ({ gates }, _seal, book) => book.gates.every((gate) => gates[gate] !== undefined),
  detail: ({ gates }, _seal, book) => `Open: ${book.gates.filter((gate) => gates[gate] === undefined).join(', ')}.`,
});

const uncovered = ({ coverage }: Review, book: Rulebook) =>
  [...book.covered.keys()].filter((code) => !coverage.includes(code));

export const everyStatementIsCovered = rule<Review, SealReview>({
  id: 'R13',
  says: 'Every statement of knowledge and qualities is evidenced, or waived with a reason.',
  holds: (review, _seal, book) => uncovered(review, book).length === 0,
  detail: (review, _seal, book) => `Open: ${some(uncovered(review, book))}.`,
});

const unsupported = (review: Review, book: Rulebook) =>
  Object.entries(review.scores)
    .filter(([standard, score]) => {
      const rests = review.rests[standard] ?? [];
      return (
        notCounting(review, standard, rests).length > 0 ||
        !sufficiency(score, countingMethods(review, standard, rests), book).enough
      );
    })
    .map(([standard]) => standard);

/** A confirmation can be taken back after a judgement that rests on it, so sealing looks once more. */
export const everyScoreIsSupported = rule<Review, SealReview>({
  id: 'REV-15',
  says: 'A review is sealed when every score still rests on counting evidence as R1 and R3 ask.',
  holds: (review, _seal, book) => unsupported(review, book).length === 0,
  detail: (review, _seal, book) => `Not supported: ${some(unsupported(review, book))}.`,
});

export const reopeningIsAsked = rule<Review, ReopenReview>({
  id: 'REV-16',
  says: 'A sealed review is reopened only by a moderator’s queries, as a new round.',
  holds: (_review, { queries }) => queries.length > 0,
});
