import { createHash } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { rulebook, type AnyFact } from '@assay/engine';
import { shippedFrameworks } from '@assay/standards/files';
import { Command, InvalidArgumentError } from 'commander';
import { print, CliError } from '../output.ts';
import { candidatesOf } from './cohort.ts';
import type { Chance } from './chance.ts';
import { chance } from './chance.ts';

/** What a simulation answers. `digest` is SHA-256 over the JSON of all facts in order; `commandsPerSecond` is this machine's. */
export interface Simulated {
  readonly candidates: number;
  readonly seed: string;
  readonly outcomes: { readonly passed: number; readonly referred: number; readonly failed: number };
  readonly commands: number;
  readonly facts: number;
  readonly commandsPerSecond: number;
  readonly digest: string;
}

/** `assay simulate --candidates N --seed S`. */
export function simulateCommand(): Command {
  return new Command('simulate')
    .description('run whole assessments, from evidence to award, through the engine in memory')
    .requiredOption('--candidates <number>', 'how many candidates', wholeNumber)
    .option('--seed <seed>', 'the same seed gives the same facts', '1')
    .option('--json', 'print JSON')
    .action(({ candidates, seed, json }: { candidates: number; seed: string; json?: boolean }) => {
      print(
        simulate(candidates, seed),
        json,
        ({ outcomes: { passed, referred, failed }, facts, commandsPerSecond, digest }) =>
          [
            `${candidates} candidates: ${passed} passed, ${referred} referred, ${failed} failed`,
            `${facts} facts, ${commandsPerSecond} commands a second`,
            `digest ${digest}`,
          ].join('\n'),
      );
    });
}

/** Runs the simulation cohort by cohort, so that memory does not grow with the number of candidates. */
export function simulate(candidates: number, seed: string): Simulated {
  const shipped = shippedFrameworks().find(({ scheme }) => scheme !== null);
  if (shipped?.scheme == null) throw new CliError('No framework has a scheme to assess under.', 1);
  const book = rulebook(shipped.framework, shipped.scheme);
  const digest = createHash('sha256');
  const outcomes = { passed: 0, referred: 0, failed: 0 };
  let facts = 0;
  let commands = 0;
  const heard = (fact: AnyFact) => {
    facts++;
    digest.update(JSON.stringify(fact));
  };
  const dice: Chance = chance(seed);
  const begun = performance.now();
  for (let first = 0; first < candidates; first += cohortSize) {
    const done = candidatesOf({ first, many: Math.min(cohortSize, candidates - first), book, dice, heard });
    commands += done.commands;
    for (const outcome of done.outcomes) {
      if (outcome === 'pass') outcomes.passed++;
      else if (outcome === 'refer') outcomes.referred++;
      else outcomes.failed++;
    }
  }
  const seconds = (performance.now() - begun) / 1000;
  return {
    candidates,
    seed,
    outcomes,
    commands,
    facts,
    commandsPerSecond: Math.round(commands / Math.max(seconds, 0.001)),
    digest: digest.digest('hex'),
  };
}

const cohortSize = 20;

function wholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('Give a whole number from 1.');
  return number;
}
