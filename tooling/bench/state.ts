import type { Rulebook } from '../../packages/engine/src/index.ts';
import { cohort } from './journey.ts';
import type { Measurement } from './measure.ts';
import { Recorder } from './recorder.ts';

/** How many bytes of JSON the states of a portfolio take, beside its facts. */
export function* state(book: Rulebook): Generator<Measurement> {
  const [one, two] = [bytesOf(1, book), bytesOf(2, book)];
  const also: Record<string, number> = {};
  // What a second portfolio adds is a portfolio's share, also of the batch that all of a cohort are in.
  for (const [workflow, bytes] of two.states) also[workflow] = bytes - (one.states.get(workflow) ?? 0);
  const a = Object.values(also).reduce((sum, bytes) => sum + bytes, 0);
  const b = two.facts - one.facts;
  yield {
    name: 'state',
    compared: `the states that one portfolio leaves behind, by workflow, against its facts, both as JSON`,
    unit: 'bytes',
    a,
    b,
    ratio: a / b,
    spread: [a / b, a / b],
    runs: 1,
    also,
  };
}

function bytesOf(many: number, book: Rulebook): { states: ReadonlyMap<string, number>; facts: number } {
  const recorder = new Recorder(book);
  cohort(recorder, many);
  const states = new Map<string, number>();
  for (const { workflow, state: left } of recorder.records)
    states.set(workflow, (states.get(workflow) ?? 0) + size(left));
  return { states, facts: size(recorder.facts) };
}

const size = (value: unknown) => Buffer.byteLength(JSON.stringify(value));
