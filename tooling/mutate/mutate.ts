import { Stryker } from '@stryker-mutator/core';
import { optionsFor, wishOf } from './options.ts';

// Nothing that Stryker, Vite or Vitest load may report to anybody.
process.env['DO_NOT_TRACK'] = '1';

const wish = wishOf(process.argv.slice(2));
for (const name of wish.packages) await new Stryker(optionsFor(name, wish)).runMutationTest();
