import { Stryker } from '@stryker-mutator/core';
import { optionsFor } from '/work/main/tooling/mutate/options.ts';
process.env['DO_NOT_TRACK'] = '1';
const files = process.argv.slice(2);
const options = optionsFor('engine', { files, force: true });
await new Stryker({
  ...options,
  vitest: { configFile: 'tooling/mutate/vitest.config.ts', dir: 'packages/engine/src/moderation', related: false },
  concurrency: 1, incremental: false, reporters: ['clear-text', 'json'], jsonReporter: { fileName: '/tmp/mutation-d.json' },
  tempDirName: '.stryker-tmp-d', thresholds: { high: 95, low: 92, break: null },
}).runMutationTest();
