import { performance } from 'node:perf_hooks';
import { chance } from './chance.ts';
import { bookToAssessUnder } from './book.ts';
import { Desk } from './desk.ts';
import { DoubleMarks, type Doubled } from './doubles.ts';
import type { Habits } from './assessors.ts';
import { Ledger, type Balance, type Line } from './ledger.ts';
import type { MarkedPortfolio } from './marking.ts';
import type { Progress } from './progress.ts';
import { assessorsOf, Outcomes, runCohorts } from './provider.ts';

/** How a simulation is run. */
export interface Settings extends Habits {
  readonly candidates: number;
  readonly seed: string;
  /** Every so manieth portfolio is marked twice by plan; null for none beside what the scheme asks. */
  readonly everyKth: number | null;
}

/**
 * What a simulation answers. `digest` is SHA-256 over the JSON of all facts in order, `statesDigest` over the states
 * that they led to; `commandsPerSecond` is this machine's.
 */
export interface Simulated extends Balance {
  readonly candidates: number;
  readonly seed: string;
  readonly outcomes: { readonly passed: number; readonly referred: number; readonly failed: number };
  readonly doubleMarking: Doubled;
  readonly commands: number;
  readonly commandsPerSecond: number;
}

/** Runs the simulation cohort by cohort, so that memory does not grow with the number of candidates. */
export function simulate(settings: Settings, heard?: (line: Line) => void, progress?: Progress): Simulated {
  const { candidates, seed } = settings;
  const book = bookToAssessUnder();
  const ledger = new Ledger(heard);
  const desk = new Desk(book, ledger);
  const dice = chance(seed);
  const doubles = new DoubleMarks(book);
  const plan = { ...settings, first: 0, tag: '', underWay: null, marked: (one: MarkedPortfolio) => doubles.add(one) };
  const assessors = assessorsOf(desk, dice, plan);
  const outcomes = new Outcomes();
  const begun = performance.now();
  let done = 0;
  for (const { many, outcomes: found } of runCohorts(desk, dice, assessors, plan)) {
    outcomes.add(found);
    ledger.close();
    progress?.reach((done += many));
  }
  progress?.end();
  const seconds = (performance.now() - begun) / 1000;
  return {
    candidates,
    seed,
    outcomes: outcomes.found(),
    doubleMarking: doubles.found(),
    commands: desk.commands,
    commandsPerSecond: Math.round(desk.commands / Math.max(seconds, 0.001)),
    ...ledger.balance(),
  };
}
