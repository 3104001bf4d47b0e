import { Stryker } from '@stryker-mutator/core';
import { optionsFor } from './options.ts';
import { wishOf } from './runs.ts';
import { Scores } from './scores.ts';

// Nothing that Stryker, Vite or Vitest load may report to anybody.
process.env['DO_NOT_TRACK'] = '1';

const wish = wishOf(process.argv.slice(2));
const scores = new Scores();
for (const run of wish.runs) {
  // Read by vitest.config.ts in the processes that Stryker starts.
  process.env['MUTATE_TESTS'] = run.tests.join(' ');
  scores.add(run, await new Stryker(optionsFor(run, wish.force)).runMutationTest());
}
process.stdout.write(`${scores.table()}\n`);
if (!scores.enough()) process.exitCode = 1;
