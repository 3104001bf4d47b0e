import { charting } from '../kernel/index.ts';
import { markingFacts } from './marking.facts.ts';
import {
  endIsReasoned,
  lastIsSettled,
  markerIsAnother,
  marksAreAwaited,
  marksAreOfTheSameReview,
  marksAreOfThisSubmission,
  marksAreWhatWasAsked,
  marksLieApart,
  nothingIsSettled,
  oneMarkIsEnough,
  othersAreAwaited,
  positionIsBetween,
  positionIsReasoned,
  remarkingIsReasoned,
  returnNamesMarked,
  secondMarkerIsReasoned,
  somewhereApart,
  timeToConferIsOver,
} from './marking.rules.ts';

const { createMachine, all, record } = charting(markingFacts);

const marksAreGood = [
  marksAreOfThisSubmission,
  marksAreAwaited,
  markerIsAnother,
  marksAreWhatWasAsked,
  marksAreOfTheSameReview,
  oneMarkIsEnough,
];
const positionIsGood = [marksLieApart, positionIsBetween, positionIsReasoned];

export const markingMachine = createMachine({
  id: 'marking',
  initial: 'awaitingMarks',
  context: ({ input }) => input,
  states: {
    awaitingMarks: {
      on: {
        RequireSecondMarker: {
          guard: all(secondMarkerIsReasoned, nothingIsSettled),
          actions: record('SecondMarkerRequired'),
        },
        ReceiveMarks: [
          { guard: all(...marksAreGood, othersAreAwaited), actions: record('MarksReceived') },
          { guard: all(...marksAreGood, somewhereApart), target: 'discrepant', actions: record('MarksDiffered') },
          { guard: all(...marksAreGood), target: 'agreed', actions: record('MarkingAgreed') },
        ],
      },
    },
    discrepant: {
      on: {
        Confer: [
          { guard: all(...positionIsGood, lastIsSettled), target: 'agreed', actions: record('ConferenceAgreed') },
          { guard: all(...positionIsGood), actions: record('PositionStated') },
        ],
        EndConference: { guard: all(endIsReasoned), target: 'adjudicating', actions: record('ConferenceEnded') },
        LapseConference: {
          guard: all(timeToConferIsOver),
          target: 'adjudicating',
          actions: record('ConferenceLapsed'),
        },
      },
    },
    adjudicating: {
      on: {
        ReceiveMarks: { guard: all(...marksAreGood), target: 'agreed', actions: record('MarkingAdjudicated') },
      },
    },
    agreed: {
      on: {
        ReopenMarking: { guard: all(returnNamesMarked), target: 'awaitingMarks', actions: record('MarkingReopened') },
        RemarkSubmission: {
          guard: all(remarkingIsReasoned),
          target: 'awaitingMarks',
          actions: record('RemarkingOrdered'),
        },
      },
    },
  },
});
