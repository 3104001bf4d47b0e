import { closeSync, openSync, writeSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { rulebook } from '@assay/engine';
import { shippedFrameworks } from '@assay/standards/files';
import { Command, InvalidArgumentError } from 'commander';
import { CliError, print } from '../output.ts';
import { appoint, type Habits } from './assessors.ts';
import { chance } from './chance.ts';
import { assessCohort } from './cohort.ts';
import { Desk } from './desk.ts';
import { DoubleMarks, type Doubled } from './doubles.ts';
import { Ledger, type Balance, type Line } from './ledger.ts';
import { peopleOf } from './standings.ts';
import { Progress } from './progress.ts';

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

interface Asked extends Omit<Settings, 'everyKth'> {
  readonly everyKth?: number;
  readonly log?: string;
  readonly json?: boolean;
}

/** `assay simulate --candidates N --seed S`. */
export function simulateCommand(): Command {
  return new Command('simulate')
    .description('run whole assessments, from evidence to award and resit, through the engine in memory')
    .requiredOption('--candidates <number>', 'how many candidates', wholeNumber)
    .option('--seed <seed>', 'the same seed gives the same facts', '1')
    .option(
      '--severity <points>',
      'standard deviation of severity between assessors, in points of the scale',
      points,
      0.2,
    )
    .option('--noise <points>', 'standard deviation of one assessor’s marks, in points of the scale', points, 0.3)
    .option('--every-kth <k>', 'mark every k-th portfolio twice, beside those that the scheme asks for', wholeNumber)
    .option('--log <file>', 'write every fact as a line of JSON, for assay replay')
    .option('--json', 'print JSON')
    .action(({ log, json, everyKth, ...asked }: Asked) => {
      const settings = { ...asked, everyKth: everyKth ?? null };
      const answer = logged(log, (heard) => simulate(settings, heard, new Progress(asked.candidates)));
      print(answer, json, inWords);
    });
}

const cohortSize = 20;
/** So many mark in one cohort: enough that a third marker and one who marks anew are always another. */
const team = 6;

/** Runs the simulation cohort by cohort, so that memory does not grow with the number of candidates. */
export function simulate(settings: Settings, heard?: (line: Line) => void, progress?: Progress): Simulated {
  const { candidates, seed, everyKth } = settings;
  const shipped = shippedFrameworks().find(({ scheme }) => scheme !== null);
  if (shipped?.scheme == null) throw new CliError('No framework has a scheme to assess under.', 1);
  const book = rulebook(shipped.framework, shipped.scheme);
  const ledger = new Ledger(heard);
  const desk = new Desk(book, ledger);
  const dice = chance(seed);
  const assessors = appoint(dice, team * Math.max(1, Math.ceil(candidates / 240)), settings);
  const doubles = new DoubleMarks(book);
  const outcomes = { passed: 0, referred: 0, failed: 0 };
  const begun = performance.now();
  for (let first = 0; first < candidates; first += cohortSize) {
    const many = Math.min(cohortSize, candidates - first);
    const place = (first / cohortSize) * team;
    const people = peopleOf(Array.from({ length: team }, (_, n) => assessors[(place + n) % assessors.length]));
    const found = assessCohort(desk, dice, { first, many, people, everyKth, marked: (one) => doubles.add(one) });
    for (const outcome of found) {
      if (outcome === 'pass') outcomes.passed++;
      else if (outcome === 'refer') outcomes.referred++;
      else outcomes.failed++;
    }
    ledger.close();
    progress?.reach(first + many);
  }
  progress?.end();
  const seconds = (performance.now() - begun) / 1000;
  return {
    candidates,
    seed,
    outcomes,
    doubleMarking: doubles.found(),
    commands: desk.commands,
    commandsPerSecond: Math.round(desk.commands / Math.max(seconds, 0.001)),
    ...ledger.balance(),
  };
}

/** Runs with a log where one is asked for. Throws CliError where it cannot be written. */
function logged<Answer>(file: string | undefined, run: (heard?: (line: Line) => void) => Answer): Answer {
  if (file === undefined) return run();
  const log = opened(file);
  let waiting: string[] = [];
  const write = () => {
    writeSync(log, waiting.join(''));
    waiting = [];
  };
  try {
    const answer = run((line) => {
      waiting.push(`${JSON.stringify(line)}\n`);
      if (waiting.length >= 1000) write();
    });
    write();
    return answer;
  } finally {
    closeSync(log);
  }
}

function opened(file: string): number {
  try {
    return openSync(file, 'w');
  } catch {
    throw new CliError(`${file} cannot be written. Give the path of a file in a folder that is there.`);
  }
}

function inWords(found: Simulated): string {
  const { candidates, outcomes, facts, records, commandsPerSecond, digest, statesDigest, doubleMarking } = found;
  const { portfolios, exact, ac2, kappa } = doubleMarking;
  const shown = (value: number | null) => (value === null ? 'too few to say' : value.toFixed(3));
  return [
    `${candidates} candidates: ${outcomes.passed} passed, ${outcomes.referred} referred, ${outcomes.failed} failed`,
    `${portfolios} portfolios marked twice: exact agreement ${shown(exact)}, AC2 ${shown(ac2)}, quadratic kappa ${shown(kappa)}`,
    `${facts} facts of ${records} records, ${commandsPerSecond} commands a second`,
    `digest ${digest}`,
    `states ${statesDigest}`,
  ].join('\n');
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('Give a whole number from 1.');
  return number;
}

function points(text: string): number {
  const number = Number(text);
  if (text.trim() === '' || !(number >= 0 && number <= 4))
    throw new InvalidArgumentError('Give a number of points from 0 to 4, such as 0.3.');
  return number;
}
