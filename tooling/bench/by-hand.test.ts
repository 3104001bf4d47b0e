import { expect, test } from 'vitest';
import { bookToMeasure } from './book.ts';
import { cohort } from './journey.ts';
import { Recorder } from './recorder.ts';

const recorder = new Recorder(bookToMeasure());
cohort(recorder, 2);

test('the hand-written switch answers every command of the journey as the engine does', () => {
  for (const step of recorder.steps) expect(step.byHand(), `${step.workflow}: ${step.command}`).toEqual(step.decide());
});

test('the facts alone lead where the engine leads', () => {
  for (const step of recorder.steps) {
    const decision = step.decide();
    expect(decision.ok && decision.next, `${step.workflow}: ${step.command}`).toEqual(step.replay());
  }
});

test('the charts alone come to where the engine comes to', () => {
  for (const step of recorder.steps) step.transition();
  for (const { workflow, state, chart } of recorder.records)
    expect([workflow, chart.status()]).toEqual([workflow, state.status]);
});
