import { charting } from '../kernel/index.ts';
import { malpracticeFacts } from './malpractice.facts.ts';
import {
  answerSaysSomething,
  answerTimeHasPassed,
  dismissalIsReasoned,
  findingIsReasoned,
  nothingIsProven,
  penaltyFitsFinding,
  reporterDoesNotDecide,
  voidedEvidenceIsNamed,
} from './malpractice.rules.ts';

const { createMachine, all, record } = charting(malpracticeFacts);

const sound = [reporterDoesNotDecide, findingIsReasoned, penaltyFitsFinding, voidedEvidenceIsNamed];

const answer = {
  guard: all(answerSaysSomething),
  target: 'answered',
  actions: record('AllegationAnswered'),
} as const;
const decide = [
  { guard: all(...sound, nothingIsProven), target: 'dismissed', actions: record('MalpracticeNotProven') },
  { guard: all(...sound), target: 'proven', actions: record('MalpracticeProven') },
] as const;

export const malpracticeMachine = createMachine({
  id: 'malpractice case',
  initial: 'reported',
  context: ({ input }) => input,
  states: {
    reported: {
      on: {
        OpenInvestigation: { target: 'investigating', actions: record('InvestigationOpened') },
        DismissReport: {
          guard: all(dismissalIsReasoned, reporterDoesNotDecide),
          target: 'dismissed',
          actions: record('ReportDismissed'),
        },
      },
    },
    investigating: {
      on: {
        AnswerAllegation: answer,
        LapseAnswer: { guard: all(answerTimeHasPassed), target: 'unanswered', actions: record('AnswerLapsed') },
        DecideMalpractice: [
          {
            guard: all(answerTimeHasPassed, ...sound, nothingIsProven),
            target: 'dismissed',
            actions: record('MalpracticeNotProven'),
          },
          { guard: all(answerTimeHasPassed, ...sound), target: 'proven', actions: record('MalpracticeProven') },
        ],
      },
    },
    answered: { on: { DecideMalpractice: decide } },
    unanswered: { on: { AnswerAllegation: answer, DecideMalpractice: decide } },
    dismissed: {},
    proven: {},
  },
});
