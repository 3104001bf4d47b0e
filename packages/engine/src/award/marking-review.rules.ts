import { deadlineOf, londonDay, rule, when, type Rulebook } from '../kernel/index.ts';
import { isAnother, isBanked, isForError, namedTwice, placeOf, recordedAt, wanted } from './correction.ts';
import type { AllocateReviewer, DecideReview, RequestReview, ReviewKind } from './marking-review.commands.ts';
import type { MarkingReview } from './marking-review.facts.ts';
import { hadPart } from './reviewed-result.ts';

const given = (text: string) => text.trim() !== '';

export const resultIsReleased = rule<null, RequestReview>({
  id: 'RVM-1',
  says: 'A review is asked of a result that is released and not void.',
  holds: (_none, { releasedAt }) => releasedAt !== null,
});

/** Within which clock each kind is asked for, from the release. */
const clocks: Readonly<Record<ReviewKind, string>> = {
  clerical: 'request-clerical-review',
  marking: 'request-review-of-marking',
};

const requestBy = ({ kind, releasedAt }: RequestReview, book: Rulebook) =>
  releasedAt === null ? null : deadlineOf(clocks[kind], releasedAt, book);

export const requestIsInTime = rule<null, RequestReview>({
  id: 'RVM-2',
  says: 'A review is asked for within its time from the release.',
  holds: (_none, command, book) => {
    const by = requestBy(command, book);
    return command.by.role === 'system' || by === null || command.at <= by.at;
  },
  detail: (_none, command, book) => {
    const by = requestBy(command, book);
    return `It could be asked for until ${by === null ? '' : londonDay(by.at)}.`;
  },
});

export const scoresMayGoDown = rule<null, RequestReview>({
  id: 'RVM-3',
  says: 'A review of marking is asked for with consent that scores may go down as well as up.',
  holds: (_none, { kind, consent }) => kind === 'clerical' || consent,
});

/** Two at once could change one score from two sides; a review that an appeal orders comes in addition. */
export const requestIsTheOnlyOne = rule<null, RequestReview>({
  id: 'RVM-4',
  says: 'One review of a result is open at a time, and each kind is asked for once.',
  holds: (_none, { kind, earlier, by }) =>
    earlier.every((one) => one.decided && (by.role === 'system' || one.kind !== kind)),
});

export const requestSaysWhat = rule<null, RequestReview>({
  id: 'RVM-5',
  says: 'A request says what is to be looked at again.',
  holds: (_none, { says }) => given(says),
});

export const reviewerIsAppointed = rule<MarkingReview, AllocateReviewer>({
  id: 'RVM-6',
  says: 'A review of marking is given to somebody who is appointed as a moderator.',
  holds: (_review, { appointed }) => appointed,
});

export const reviewerHadNoPart = rule<MarkingReview, AllocateReviewer>({
  id: 'RVM-7',
  says: 'Nobody reviews marking in which they had a part.',
  holds: (review, { reviewer, involved }) => !hadPart(reviewer, review, involved),
});

export const decisionIsReasoned = rule<MarkingReview, DecideReview>({
  id: 'RVM-8',
  says: 'A review of marking is decided with a reason.',
  holds: (_review, { reason }) => given(reason),
});

/** Without it a review would be a second marking, which candidates could ask for until the marks please. */
export const changeIsForError = rule<MarkingReview, DecideReview>({
  id: 'RVM-9',
  says: 'A score is changed only for a marking error, named by its code and with a reason.',
  holds: (_review, { changes }) => changes.every(isForError),
  detail: (_review, { changes }) =>
    `No error is named for ${changes
      .filter((change) => !isForError(change))
      .map(placeOf)
      .join(', ')}.`,
});

export const clericalCheckTranscribes = rule<MarkingReview, DecideReview>({
  id: 'RVM-10',
  says: 'A clerical check changes only what was transcribed wrongly.',
  holds: ({ kind }, { changes }) => kind === 'marking' || changes.every(({ code }) => code === 'transcription'),
});

const outside = (review: MarkingReview, { changes }: DecideReview) => [
  ...changes
    .filter((change) => recordedAt(change, review) === undefined || isBanked(change, review.before))
    .map(placeOf),
  ...namedTwice(changes),
];

export const changeIsOfThisAttempt = rule<MarkingReview, DecideReview>({
  id: 'RVM-11',
  says: 'A review changes what this attempt was marked on, each standard or gate once.',
  holds: (review, command) => outside(review, command).length === 0,
  detail: (review, command) => `Not marked in this attempt, or named twice: ${outside(review, command).join(', ')}.`,
});

export const changeIsOnScale = rule<MarkingReview, DecideReview>({
  id: 'RVM-12',
  says: 'A review changes a score to another on the scale, a gate to its other state.',
  holds: (review, { changes }, book) =>
    changes.every((change) => isAnother(recordedAt(change, review), wanted(change), book)),
});

export const nothingChanges = when<MarkingReview, DecideReview>(
  'no marking error was found',
  (_review, { changes }) => changes.length === 0,
);
