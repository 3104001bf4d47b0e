import {
  scopeBeside,
  type Marking,
  type MarkingAgreed,
  type MarkingCommand,
  type MarkingFact,
  type MarkingOpened,
} from '../../../packages/engine/src/index.ts';
import { markingFacts } from '../../../packages/engine/src/review/marking.facts.ts';
import {
  markerIsAnother,
  marksAreAwaited,
  marksAreOfThisSubmission,
  marksAreOfTheSameReview,
  marksAreWhatWasAsked,
  oneMarkIsEnough,
  othersAreAwaited,
  somewhereApart,
} from '../../../packages/engine/src/review/marking.rules.ts';
import type { ByHand } from '../recorder.ts';
import { done, no } from './hand.ts';

const { MarkingAgreed } = markingFacts;

/** The journey's commands on a marking, as a plain switch: a first marker alone. */
export const markingByHand: ByHand<Marking, MarkingCommand, MarkingFact> = (state, command, book) => {
  const { by, at } = command;
  if (by.role !== 'system') return no;
  if (state === null) {
    if (command.type !== 'OpenMarking') return no;
    const { marking, submission, candidate, provider, cohort, attempt, manifest, bank, late } = command;
    const { priorLearning, site } = command;
    const open = scopeBeside(bank, book);
    const record = { marking, submission, candidate, provider, cohort, attempt, manifest, bank, late };
    const fact: MarkingOpened = { type: 'MarkingOpened', by, at, ...record, priorLearning, site, open };
    const context: Marking = {
      ...record,
      priorLearning,
      site,
      open,
      round: 1,
      reasons: [],
      awaited: ['first'],
      marks: [],
      excluded: [],
      scores: bank.scores,
      gates: bank.gates,
      positions: {},
      conferred: [],
      before: {},
      moved: [],
      due: null,
    };
    return done('awaitingMarks', context, fact);
  }
  const { status, context } = state;
  switch (command.type) {
    case 'ReceiveMarks': {
      if (
        status !== 'awaitingMarks' ||
        !marksAreOfThisSubmission.holds(context, command, book) ||
        !marksAreAwaited.holds(context, command, book) ||
        !markerIsAnother.holds(context, command, book) ||
        !marksAreWhatWasAsked.holds(context, command, book) ||
        !marksAreOfTheSameReview.holds(context, command, book) ||
        !oneMarkIsEnough.holds(context, command, book) ||
        // Two markers come no further here: the journey has one.
        othersAreAwaited.holds(context, command, book) ||
        somewhereApart.holds(context, command, book)
      )
        return no;
      const fact: MarkingAgreed = { type: 'MarkingAgreed', by, at, ...MarkingAgreed.tell(context, command, book) };
      return done('agreed', MarkingAgreed.change(context, fact), fact);
    }
    default:
      return no;
  }
};
