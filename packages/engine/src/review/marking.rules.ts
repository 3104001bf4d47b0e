import { member, rule, when, words, type Rulebook } from '../kernel/index.ts';
import type { Open } from './discrepancy.ts';
import type {
  Confer,
  EndConference,
  LapseConference,
  ReceiveMarks,
  RemarkSubmission,
  ReopenMarking,
  RequireSecondMarker,
} from './marking.commands.ts';
import type { Marking } from './marking.facts.ts';
import { scopeOf } from './scope.ts';
import { secondMarkingReasons } from './second-marking.ts';
import { conferringAs, said, whatMarksSettle, withPosition } from './settlement.ts';
import { given } from './support.ts';

/** Whether any score of record beside the banked ones is settled. */
const untouched = ({ scores, bank }: Marking) => Object.keys(scores).length === Object.keys(bank.scores).length;

export const secondMarkerIsReasoned = rule<Marking, RequireSecondMarker>({
  id: 'MAR-1',
  says: 'A second marker is asked for with a reason.',
  holds: (_marking, { reasons }) => reasons.length > 0,
});

export const nothingIsSettled = rule<Marking, RequireSecondMarker>({
  id: 'MAR-2',
  says: 'A second marker is asked for before any score of record is settled.',
  holds: untouched,
});

export const marksAreOfThisSubmission = rule<Marking, ReceiveMarks>({
  id: 'MAR-3',
  says: 'Marks are received for the submission that they were given on.',
  holds: (marking, { submission }) => marking.submission === submission,
});

export const marksAreAwaited = rule<Marking, ReceiveMarks>({
  id: 'MAR-4',
  says: 'Marks are received from the markers that are waited for, once each in a round.',
  holds: ({ awaited }, { marker }) => awaited.includes(marker),
  detail: ({ awaited }, { marker }) => `Those of the ${marker} marker are not; awaited: ${awaited.join(', ')}.`,
});

export const markerIsAnother = rule<Marking, ReceiveMarks>({
  id: 'MAR-5',
  says: 'The markers of a submission are different people, and after an order to mark it anew, people who had not marked it.',
  holds: ({ marks, excluded }, { marker, assessor }) =>
    !excluded.includes(assessor) && marks.every((mark) => mark.assessor !== assessor || mark.marker === marker),
});

const isExactly = (record: Readonly<Record<string, unknown>>, asked: readonly string[]) =>
  Object.keys(record).length === asked.length && asked.every((code) => Object.hasOwn(record, code));

const askedOf = ({ open, bank }: Marking, { marker }: ReceiveMarks, book: Rulebook) =>
  marker === 'third' ? open : scopeOf(marker, bank, book);

export const marksAreWhatWasAsked = rule<Marking, ReceiveMarks>({
  id: 'MAR-6',
  says: 'Marks hold a score for every standard and a judgement of every gate that their marker was asked for, and nothing else.',
  holds: (marking, command, book) => {
    const { standards, gates } = askedOf(marking, command, book);
    return isExactly(command.scores, standards) && isExactly(command.gates, gates);
  },
});

/** A fact that is delivered twice brings nothing back, and a return goes to nobody else. */
export const marksAreOfTheSameReview = rule<Marking, ReceiveMarks>({
  id: 'MAR-7',
  says: 'After a moderator’s return, marks come from the same review, sealed in a later round.',
  holds: ({ marks }, { marker, review, round }) =>
    marks
      .filter((mark) => mark.review === review || (mark.marker === marker && marker !== 'third'))
      .every((mark) => mark.review === review && mark.round < round),
});

/**
 * R11 of scheme.md. Whoever brings a lone marker's marks says by which figures one mark is enough. A second or third
 * marker's come only where there are reasons for a second.
 */
export const oneMarkIsEnough = rule<Marking, ReceiveMarks>({
  id: 'R11',
  says: 'An assessor’s first portfolios, every resubmission and every k-th portfolio by plan are marked by two, blind.',
  holds: (marking, command, book) =>
    marking.reasons.length > 0 ||
    !untouched(marking) ||
    secondMarkingReasons({ ...command, attempt: marking.attempt }, book).length === 0,
  detail: ({ attempt }, command, book) =>
    `A second marker was not asked for: ${secondMarkingReasons({ ...command, attempt }, book)
      .map(words)
      .join(', ')}.`,
});

/** R12 of scheme.md. What is open in a conference is exactly where the two marks lie apart. */
export const marksLieApart = rule<Marking, Confer>({
  id: 'R12',
  says: 'Two markers confer where their marks lie too far apart or on two sides of the threshold; elsewhere the lower of the two is the score of record.',
  holds: ({ open }, command) =>
    'standard' in command ? open.standards.includes(command.standard) : open.gates.includes(command.gate),
  detail: (_marking, command) => `${said(command).on} is not among what is left to confer on.`,
});

export const positionIsBetween = rule<Marking, Confer>({
  id: 'MAR-8',
  says: 'A position on a score is a whole number from the lower of the two marks to the higher.',
  holds: ({ open, marks }, command) => {
    if (!('standard' in command) || !open.standards.includes(command.standard)) return true;
    const { standard, score } = command;
    const two = marks.flatMap(({ scores }) => member(scores, standard) ?? []);
    return Number.isInteger(score) && score >= Math.min(...two) && score <= Math.max(...two);
  },
});

export const positionIsReasoned = rule<Marking, Confer>({
  id: 'MAR-9',
  says: 'A position gives its reason.',
  holds: (_marking, { reason }) => given(reason),
});

export const endIsReasoned = rule<Marking, EndConference>({
  id: 'MAR-10',
  says: 'A marker who ends a conference says why the two do not agree.',
  holds: (_marking, { reason }) => given(reason),
});

export const timeToConferIsOver = rule<Marking, LapseConference>({
  id: 'MAR-11',
  says: 'A conference lapses when the time to confer has passed.',
  holds: ({ due }, { at }) => due !== null && at > due.at,
});

export const returnNamesMarked = rule<Marking, ReopenMarking>({
  id: 'MAR-12',
  says: 'A moderator returns standards that were marked, and at least one.',
  holds: ({ marks }, { queries }) =>
    queries.length > 0 && queries.every(({ standard }) => marks.some(({ scores }) => Object.hasOwn(scores, standard))),
});

export const remarkingIsReasoned = rule<Marking, RemarkSubmission>({
  id: 'MAR-13',
  says: 'An order to mark a submission anew gives its reason.',
  holds: (_marking, { reason }) => given(reason),
});

/** Not a refusal: with these marks in, another marker's are still waited for. */
export const othersAreAwaited = when<Marking, ReceiveMarks>('others are still awaited', ({ awaited }, { marker }) =>
  awaited.some((other) => other !== marker),
);

/** Not a refusal: with these marks in, two lie apart somewhere. */
export const somewhereApart = when<Marking, ReceiveMarks>('two marks lie apart', (marking, command, book) =>
  leaves(whatMarksSettle(marking, command, book).apart),
);

/** Not a refusal: with this position, nothing is left to confer on. */
export const lastIsSettled = when<Marking, Confer>(
  'nothing else is left to confer on',
  (marking, command) => !leaves(withPosition(marking, conferringAs(marking, command.by.person), command).open),
);

const leaves = ({ standards, gates }: Open) => standards.length + gates.length > 0;
