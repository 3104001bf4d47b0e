import { rule, type Rulebook } from '../kernel/index.ts';
import { allowable, areaResult } from '../scoring/index.ts';
import type {
  ConfirmEvidence,
  JudgeGate,
  JudgeStandard,
  LogAllowance,
  NoteCoverage,
  WaiveCoverage,
} from './review.commands.ts';
import type { Review } from './review.facts.ts';
import { given, unsupported } from './support.ts';

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

/** A suggestion's words and an assessor's are the same whatever their case and the white space around and in them. */
const plain = (text: string) => text.trim().replaceAll(/\s+/g, ' ').toLowerCase();

/** R15 of scheme.md. The score may be what was suggested; the reason is a person's. */
export const reasonIsTheAssessors = rule<Review, JudgeStandard>({
  id: 'R15',
  says: 'A person decides: a suggestion may stand beside a judgement, never in its place.',
  holds: (_review, { reason, suggestion }) => suggestion === undefined || plain(reason) !== plain(suggestion.says),
});

/** R8 of scheme.md. What a third marker does not mark is not banked, so REV-28 speaks of that. */
export const standardIsNotBanked = rule<Review, JudgeStandard | ConfirmEvidence>({
  id: 'R8',
  says: 'Achieved standards are banked: only what was not achieved is assessed again.',
  holds: ({ marker, scope }, { standard }, book) =>
    marker === 'third' || !book.judged.has(standard) || scope.standards.includes(standard),
  detail: (_review, { standard }) => `${standard} is banked.`,
});

export const isAskedFor = rule<Review, JudgeStandard | ConfirmEvidence | JudgeGate>({
  id: 'REV-28',
  says: 'A marker judges only what their review was opened for.',
  holds: ({ marker, scope }, command, book) =>
    command.type === 'JudgeGate'
      ? !book.gates.includes(command.component) || scope.gates.includes(command.component)
      : marker !== 'third' || !book.judged.has(command.standard) || scope.standards.includes(command.standard),
});

export const returnIsKeptTo = rule<Review, JudgeStandard>({
  id: 'REV-29',
  says: 'After a moderator’s return, what was not queried is judged again only where its evidence no longer counts.',
  holds: (review, { standard }, book) =>
    review.queried === null ||
    !review.scope.standards.includes(standard) ||
    review.queried.includes(standard) ||
    unsupported(review, book).includes(standard),
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

/** What of an area's standards stands below its threshold, or has no score; a banked one stands against nothing. */
const unmetOf = ({ scores, scope }: Review, { area }: LogAllowance, book: Rulebook) =>
  areaResult(area, scores, book).unmet.filter(({ code }) => scope.standards.includes(code));

/** R5 under a profile with an allowance. A third marker sees a few standards and so no area. */
export const allowanceCovers = rule<Review, LogAllowance>({
  id: 'REV-27',
  says: 'An allowance is logged, with its reason, for an area whose unmet standards the profile’s allowance covers.',
  holds: (review, command, book) => {
    const unmet = unmetOf(review, command, book);
    return given(command.reason) && review.marker !== 'third' && unmet.length > 0 && allowable(unmet, book);
  },
});
