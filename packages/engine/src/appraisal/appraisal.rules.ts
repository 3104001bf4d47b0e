import { conflictOf, londonDay, rule, when, type Rulebook } from '../kernel/index.ts';
import { differing, settled } from './agreed.ts';
import type {
  AgreeProfile,
  AgreeRemit,
  ConfirmProfile,
  DropObjective,
  OpenAppraisal,
  ProposeRemit,
  RateAsReviewer,
  RateSelf,
  RecordMeeting,
  RecordMidYear,
  RecordYearEnd,
  SealReviewerRating,
  SealSelfReview,
  SetObjective,
} from './appraisal.commands.ts';
import type { Appraisal } from './appraisal.facts.ts';
import { inRemit, remitOf, type Expected } from './remit.ts';

const given = (text: string) => text.trim() !== '';
const some = (names: readonly string[]) =>
  names.length > 4 ? `${names.slice(0, 4).join(', ')} and ${names.length - 4} more` : names.join(', ');

export const profileIsThere = rule<null, OpenAppraisal>({
  id: 'APR-1',
  says: 'An appraisal is opened under an appraisal profile.',
  holds: (_none, _open, book) => book.appraisal !== null,
});

export const partiesAreUnconflicted = rule<null, OpenAppraisal>({
  id: 'APR-2',
  says: 'Nobody is appraised by themselves, and neither of the two stands on this work in a conflicting role.',
  holds: (_none, { practitioner, reviewer, by, involved = [] }) => {
    const owner = { person: practitioner, role: 'candidate' } as const;
    return (
      conflictOf(by.person, by.role, [owner]) === undefined &&
      conflictOf(practitioner, 'candidate', involved) === undefined &&
      conflictOf(reviewer, 'assessor', [owner, ...involved]) === undefined
    );
  },
});

export const reviewerIsAppointed = rule<null, OpenAppraisal>({
  id: 'APR-3',
  says: 'An appraisal is given to a reviewer whom the provider has appointed as an assessor.',
  holds: (_none, { appointed }) => appointed,
});

const elementsOf = (expected: Expected) =>
  Object.entries(expected).map(([area, kinds]) => ({ area, kinds: Object.keys(kinds) }));

export const remitHasElements = rule<Appraisal, ProposeRemit>({
  id: 'APR-4',
  says: 'A remit names at least one element, and one of every area that it names.',
  holds: (_appraisal, { expected }) => {
    const named = elementsOf(expected);
    return named.length > 0 && named.every(({ kinds }) => kinds.length > 0);
  },
});

/** The elements that a remit names and the profile does not have. */
const strangers = (expected: Expected, book: Rulebook) => {
  const known = [...(book.appraisal?.statements.values() ?? [])];
  return elementsOf(expected).flatMap(({ area, kinds }) =>
    kinds
      .filter((kind) => !known.some((place) => place.area === area && place.kind === kind))
      .map((kind) => `${area}.${kind}`),
  );
};

export const elementsAreOfProfile = rule<Appraisal, ProposeRemit>({
  id: 'APR-5',
  says: 'A remit names elements of the appraisal profile only.',
  holds: (_appraisal, { expected }, book) => strangers(expected, book).length === 0,
  detail: (_appraisal, { expected }, book) => `Not there: ${some(strangers(expected, book))}.`,
});

const levelsIn = (command: ProposeRemit | RateSelf | RateAsReviewer | AgreeProfile) => {
  switch (command.type) {
    case 'ProposeRemit':
      return Object.values(command.expected).flatMap((kinds) => Object.values(kinds));
    case 'AgreeProfile':
      return Object.values(command.levels);
    default:
      return [command.level];
  }
};

export const levelsAreOfProfile = rule<Appraisal, ProposeRemit | RateSelf | RateAsReviewer | AgreeProfile>({
  id: 'APR-6',
  says: 'A level is a whole number from 1 to the highest level of the appraisal profile.',
  holds: (_appraisal, command, book) =>
    levelsIn(command).every(
      (level) => Number.isInteger(level) && level >= 1 && level <= (book.appraisal?.highest ?? 0),
    ),
});

export const theOtherAgrees = rule<Appraisal, AgreeRemit | ConfirmProfile>({
  id: 'APR-7',
  says: 'What one of the two has put forward is agreed by the other.',
  holds: ({ proposer }, { by }) => proposer !== by.person,
});

export const statementIsInRemit = rule<Appraisal, RateSelf | RateAsReviewer>({
  id: 'APR-8',
  says: 'Only statements of the remit are rated.',
  holds: ({ expected }, { statement }, book) => inRemit(expected, statement, book),
  detail: (_appraisal, { statement }) => `${statement} is not one of them.`,
});

export const selfRatingIsEvidenced = rule<Appraisal, RateSelf>({
  id: 'APR-9',
  says: 'A self-rating says what shows it, and from which day that has come.',
  holds: (_appraisal, { evidence, on, at }) => given(evidence) && on <= londonDay(at),
});

export const ratingIsReasoned = rule<Appraisal, RateAsReviewer>({
  id: 'APR-10',
  says: 'A reviewer’s rating carries a written reason.',
  holds: (_appraisal, { reason }) => given(reason),
});

/** The statements of the remit that the side which is sealing has not rated. */
const unrated = (
  { expected, self, reviewed }: Appraisal,
  { type }: SealSelfReview | SealReviewerRating,
  book: Rulebook,
) => {
  const own = type === 'SealSelfReview' ? self : reviewed;
  return remitOf(expected, book)
    .map(({ code }) => code)
    .filter((code) => own[code] === undefined);
};

export const everyStatementIsRated = rule<Appraisal, SealSelfReview | SealReviewerRating>({
  id: 'APR-11',
  says: 'Ratings are sealed when every statement of the remit has one.',
  holds: (appraisal, seal, book) => unrated(appraisal, seal, book).length === 0,
  detail: (appraisal, seal, book) => {
    const open = unrated(appraisal, seal, book);
    return `${open.length} ${open.length === 1 ? 'has' : 'have'} none: ${some(open)}.`;
  },
});

export const occasionIsRecorded = rule<Appraisal, RecordMeeting | RecordMidYear | RecordYearEnd>({
  id: 'APR-12',
  says: 'A meeting, a mid-year check and a year-end review are recorded with an account, on a day that has come and no earlier than the step before.',
  holds: ({ since }, { on, account, at }) => given(account) && since <= on && on <= londonDay(at),
});

/** Keys of the settled levels that no difference asks for. */
const needless = (appraisal: Appraisal, { levels }: AgreeProfile, book: Rulebook) => {
  const asked = new Set<string>(differing(appraisal, book).flatMap(({ code, element }) => [code, element]));
  return Object.keys(levels).filter((key) => !asked.has(key));
};

export const onlyDifferencesAreSettled = rule<Appraisal, AgreeProfile>({
  id: 'APR-13',
  says: 'What both rated alike is agreed as rated; a level is settled only where the two differ.',
  holds: (appraisal, command, book) => needless(appraisal, command, book).length === 0,
  detail: (appraisal, command, book) => `No difference: ${some(needless(appraisal, command, book))}.`,
});

const unsettled = (appraisal: Appraisal, { levels }: AgreeProfile, book: Rulebook) =>
  differing(appraisal, book)
    .filter((difference) => settled(levels, difference) === undefined)
    .map(({ code }) => code);

export const everyDifferenceIsSettled = rule<Appraisal, AgreeProfile>({
  id: 'APR-14',
  says: 'A profile is put forward when every difference is settled.',
  holds: (appraisal, command, book) => unsettled(appraisal, command, book).length === 0,
  detail: (appraisal, command, book) => {
    const open = unsettled(appraisal, command, book);
    return `${open.length} ${open.length === 1 ? 'is' : 'are'} not: ${some(open)}.`;
  },
});

export const objectiveIsWhole = rule<Appraisal, SetObjective>({
  id: 'APR-15',
  says: 'An objective has an aim, a measure of success, support and a day to be reached by that has not passed.',
  holds: (_appraisal, { aim, successMeasure, support, reachedBy, at }) =>
    [aim, successMeasure, support].every(given) && reachedBy >= londonDay(at),
});

export const objectivesAreFew = rule<Appraisal, SetObjective>({
  id: 'APR-16',
  says: 'A year has no more objectives than the appraisal profile allows.',
  holds: ({ objectives }, { objective }, book) =>
    objectives.includes(objective) || objectives.length < (book.appraisal?.objectivesAtMost ?? 0),
  detail: (_appraisal, _set, book) => `It allows ${book.appraisal?.objectivesAtMost ?? 0}.`,
});

export const continuedWasCarried = rule<Appraisal, SetObjective>({
  id: 'APR-17',
  says: 'An objective takes up a former one only if that was carried forward.',
  holds: ({ carried }, { continues }) => continues === null || carried?.objectives.includes(continues) === true,
});

export const objectiveIsSet = rule<Appraisal, DropObjective>({
  id: 'APR-18',
  says: 'Only an objective that was set can be dropped.',
  holds: ({ objectives }, { objective }) => objectives.includes(objective),
});

export const everyObjectiveIsSpokenOf = rule<Appraisal, RecordMidYear | RecordYearEnd>({
  id: 'APR-19',
  says: 'The mid-year check and the year-end review speak of every objective, and of no other.',
  holds: ({ objectives }, command) => {
    const spoken: readonly string[] = Object.keys(command.type === 'RecordMidYear' ? command.progress : command.met);
    return spoken.length === objectives.length && objectives.every((objective) => spoken.includes(objective));
  },
});

/** What the reviewer puts forward lies with the practitioner then, and the other way round. */
export const reviewerActs = when<Appraisal, ProposeRemit | AgreeProfile>(
  'the reviewer puts it forward',
  (_appraisal, { by }) => by.role === 'assessor',
);
