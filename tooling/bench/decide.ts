import type { Rulebook } from '../../packages/engine/src/index.ts';
import { cohort } from './journey.ts';
import { clocked, growth, inTurns, sideBySide, type Measurement, type Stint } from './measure.ts';
import { Recorder, type Step } from './recorder.ts';

/** How often a stint goes through the whole journey. */
const times = 20;

/** A whole candidate's journey, command by command, through `decide`. */
export function* decide(book: Rulebook): Generator<Measurement> {
  const steps = journeyOf(1, book);
  const again = (one: (step: Step) => unknown) =>
    clocked(() => {
      for (let time = 0; time < times; time++) for (const step of steps) one(step);
    });
  const decided = again((step) => step.decide());
  const shape = {
    unit: 'µs a command',
    millisecondsPerUnit: (times * steps.length) / 1000,
    runs: 25,
  };
  const journey = `${steps.length} commands of one candidate's journey by decide`;
  yield sideBySide({
    ...shape,
    name: 'decide',
    compared: `${journey}, against xstate's transition alone on the same machines`,
    run: inTurns(
      decided,
      again((step) => step.transition()),
    ),
  });
  yield sideBySide({
    ...shape,
    name: 'decide-by-hand',
    compared: `${journey}, against a hand-written switch that asks the same rules`,
    run: inTurns(
      decided,
      again((step) => step.byHand()),
    ),
  });
  yield sideBySide({
    ...shape,
    name: 'replay',
    unit: 'µs a fact',
    compared: `the same journey from its ${steps.length} facts alone, against decide`,
    run: inTurns(
      again((step) => step.replay()),
      decided,
    ),
  });
  yield growth('decide', 'candidates in one cohort', 15, 10, (many) => through(journeyOf(many, book)));
}

function through(steps: readonly Step[]): Stint {
  return clocked(() => {
    for (const step of steps) step.decide();
  });
}

function journeyOf(many: number, book: Rulebook): readonly Step[] {
  const recorder = new Recorder(book);
  cohort(recorder, many);
  return recorder.steps;
}
