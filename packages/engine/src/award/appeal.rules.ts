import { deadlineOf, londonDay, rule, when, type Rulebook } from '../kernel/index.ts';
import {
  appealGrounds,
  type AllocateOfficer,
  type ConvenePanel,
  type DecideAppeal,
  type DecideByPanel,
  type EscalateAppeal,
  type LapseAppeal,
  type LodgeAppeal,
} from './appeal.commands.ts';
import type { Appeal } from './appeal.facts.ts';
import { isAnother, isBanked, isForError, namedTwice, placeOf, recordedAt, wanted, type Change } from './correction.ts';
import { hadPart } from './reviewed-result.ts';

const given = (text: string) => text.trim() !== '';

export const reviewIsDecided = rule<null, LodgeAppeal>({
  id: 'APP-1',
  says: 'An appeal follows a review of marking that is decided.',
  holds: (_none, { kind, decidedAt }) => kind === 'marking' && decidedAt !== null,
});

const appealBy = ({ decidedAt }: LodgeAppeal, book: Rulebook) =>
  decidedAt === null ? null : deadlineOf('appeal', decidedAt, book);

export const appealIsInTime = rule<null, LodgeAppeal>({
  id: 'APP-2',
  says: 'An appeal is lodged within its time from the decision.',
  holds: (_none, command, book) => {
    const by = appealBy(command, book);
    return by === null || command.at <= by.at;
  },
  detail: (_none, command, book) => {
    const by = appealBy(command, book);
    return `It could be lodged until ${by === null ? '' : londonDay(by.at)}.`;
  },
});

export const appealHasGrounds = rule<null, LodgeAppeal>({
  id: 'APP-3',
  says: 'An appeal says on which of the grounds it is made, and why.',
  holds: (_none, { grounds, says }) => appealGrounds.includes(grounds) && given(says),
});

export const appealIsTheOnlyOne = rule<null, LodgeAppeal>({
  id: 'APP-4',
  says: 'A decision is appealed against once, and a review that an appeal ordered is final.',
  holds: (_none, { appealed, ordered }) => !appealed && !ordered,
});

export const officerIsAppointed = rule<Appeal, AllocateOfficer>({
  id: 'APP-5',
  says: 'An appeal is given to somebody who is appointed as a moderator.',
  holds: (_appeal, { appointed }) => appointed,
});

export const officerHadNoPart = rule<Appeal, AllocateOfficer>({
  id: 'APP-6',
  says: 'Nobody decides an appeal who marked, moderated or reviewed what it is about.',
  holds: (appeal, { officer, involved }) => !hadPart(officer, appeal, involved),
});

export const rulingIsReasoned = rule<Appeal, DecideAppeal | DecideByPanel>({
  id: 'APP-7',
  says: 'An appeal is decided with a reason.',
  holds: (_appeal, { reason }) => given(reason),
});

/** Whoever hears an appeal does not mark: what asks for judgement goes to a new review. */
const isSlip = (change: Change) =>
  isForError(change) && (change.code === 'transcription' || change.code === 'procedureNotFollowed');

export const rulingMarksNothing = rule<Appeal, DecideAppeal | DecideByPanel>({
  id: 'APP-8',
  says: 'An upheld appeal corrects an error of procedure or transcription, or orders a new review; a rejected one changes nothing.',
  holds: (_appeal, { upheld, changes }) => (upheld ? changes.every(isSlip) : changes.length === 0),
});

const misplaced = (appeal: Appeal, changes: readonly Change[], book: Rulebook) => [
  ...changes
    .filter((change) => {
      const from = recordedAt(change, appeal);
      return from === undefined || isBanked(change, appeal.before) || !isAnother(from, wanted(change), book);
    })
    .map(placeOf),
  ...namedTwice(changes),
];

export const rulingCorrectsRecord = rule<Appeal, DecideAppeal | DecideByPanel>({
  id: 'APP-9',
  says: 'An appeal corrects what this attempt was marked on, each standard or gate once, to another score on the scale.',
  holds: (appeal, { changes }, book) => misplaced(appeal, changes, book).length === 0,
  detail: (appeal, { changes }, book) => `Not so: ${misplaced(appeal, changes, book).join(', ')}.`,
});

export const escalationIsInTime = rule<Appeal, EscalateAppeal>({
  id: 'APP-10',
  says: 'An appeal goes to a panel within its time from the officer’s decision, with what the candidate says.',
  holds: ({ due }, { says, at }) => given(says) && (due === null || at <= due.at),
});

export const escalationTimeHasPassed = rule<Appeal, LapseAppeal>({
  id: 'APP-11',
  says: 'A rejected appeal lapses once the time to take it to a panel has passed.',
  holds: ({ due }, { at }) => due !== null && at > due.at,
});

/** One to hear each side and one to decide between them; the scheme names no figure. */
const panelAtLeast = 3;

export const panelIsLargeEnough = rule<Appeal, ConvenePanel>({
  id: 'APP-12',
  says: 'A panel has at least three members, each once.',
  holds: (_appeal, { members }) =>
    members.length >= panelAtLeast && new Set(members.map(({ person }) => person)).size === members.length,
});

export const panelHasOutsider = rule<Appeal, ConvenePanel>({
  id: 'APP-13',
  says: 'At least one member of a panel is connected neither to the provider nor to the case.',
  holds: (_appeal, { members }) => members.some(({ connected }) => !connected),
});

export const panelHadNoPart = rule<Appeal, ConvenePanel>({
  id: 'APP-14',
  says: 'Nobody sits on a panel who marked, moderated, reviewed or decided what it hears.',
  holds: (appeal, { members, involved }) =>
    !members.some(({ person }) => person === appeal.officer || hadPart(person, appeal, involved)),
});

export const outsiderDecides = rule<Appeal, DecideByPanel>({
  id: 'APP-15',
  says: 'The panel’s decision is given by a member who is connected neither to the provider nor to the case.',
  holds: ({ panel }, { by }) => panel.some(({ person, connected }) => person === by.person && !connected),
});

export const isUpheld = when<Appeal, DecideAppeal | DecideByPanel>('it is upheld', (_appeal, { upheld }) => upheld);
