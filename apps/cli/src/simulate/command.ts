import { closeSync, openSync, writeSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Command, InvalidArgumentError } from 'commander';
import { CliError, print } from '../output.ts';
import { simulateInto, type Loaded } from './into/into.ts';
import type { Line } from './ledger.ts';
import { dayNumber } from './people.ts';
import { Progress } from './progress.ts';
import { simulate, type Settings, type Simulated } from './simulate.ts';

interface Asked extends Omit<Settings, 'everyKth'> {
  readonly everyKth?: number;
  readonly log?: string;
  readonly json?: boolean;
  readonly into?: string;
  readonly password: string;
  readonly perProvider: number;
  readonly underWay: number;
  readonly today?: number;
  readonly threads: number;
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
    .option(
      '--into <place>',
      'write it all into a new installation: a folder without a database, or postgres://user:password@host/database',
    )
    .option('--password <password>', 'with --into: everybody’s password', passwordOfAll, 'assay simulated 2026')
    .option('--per-provider <number>', 'with --into: candidates of one provider', wholeNumber, 1000)
    .option('--under-way <percent>', 'with --into: how many cohorts are not at their end', percent, 12)
    .option('--today <day>', 'with --into: the day up to which cohorts have come', dayOf)
    .option('--threads <number>', 'with --into: how many threads simulate', wholeNumber, availableParallelism())
    .action(async ({ log, json, everyKth, into, password, perProvider, underWay, today, threads, ...asked }: Asked) => {
      const settings = { ...asked, everyKth: everyKth ?? null };
      if (into !== undefined) {
        if (log !== undefined) throw new CliError('Give --into or --log, not both.');
        const loading = {
          ...settings,
          password,
          perProvider,
          underWay: underWay / 100,
          today: today ?? Math.max(firstToday, dayNumber(new Date().toISOString().slice(0, 10)) - 1),
        };
        print(await simulateInto(into, { ...loading, threads }, new Progress(asked.candidates)), json, loadedInWords);
        return;
      }
      const answer = logged(log, (heard) => simulate(settings, heard, new Progress(asked.candidates)));
      print(answer, json, inWords);
    });
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

function loadedInWords(loaded: Loaded): string {
  const { candidates, providers, outcomes, facts, seconds, digest, people, password } = loaded;
  return [
    `${candidates} candidates of ${providers} providers: ${outcomes.passed} passed, ${outcomes.referred} referred, ${outcomes.failed} failed, the others are under way`,
    `${facts} facts, written in ${seconds} seconds; digest ${digest}`,
    `Everybody’s password is ${password}. For example:`,
    ...people.map(({ role, email }) => `  ${role}: ${email}`),
  ].join('\n');
}

function passwordOfAll(text: string): string {
  if (text.length < 12) throw new InvalidArgumentError('Give at least 12 characters.');
  return text;
}

function percent(text: string): number {
  const number = Number(text);
  if (text.trim() === '' || !(number >= 0 && number <= 100))
    throw new InvalidArgumentError('Give a number from 0 to 100.');
  return number;
}

function dayOf(text: string): number {
  const found = /^\d{4}-\d{2}-\d{2}$/.test(text) ? dayNumber(text) : Number.NaN;
  if (!(found >= firstToday)) throw new InvalidArgumentError('Give a day from 2026-10-01, such as 2026-11-24.');
  return found;
}

/** By then all that is at its end has ended. */
const firstToday = dayNumber('2026-10-01');
