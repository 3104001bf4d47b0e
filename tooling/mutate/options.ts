import type { Stryker } from '@stryker-mutator/core';
import type { Package, Run } from './runs.ts';

/** How Stryker treats a run: in a copy, its own tests only, results kept for the next time. */
export function optionsFor(
  { name, files, package: home }: Run & { readonly package: Package },
  force: boolean,
): ConstructorParameters<typeof Stryker>[0] {
  const folder = `packages/${home}`;
  return {
    // Files of types alone need no mention: there is nothing in them to mutate.
    mutate: [
      ...files.map((file) => `${folder}/${file}`),
      `!${folder}/src/**/*.test.ts`,
      `!${folder}/src/**/testing/**`,
    ],
    // Only what the tests need is copied; the packages' node_modules are linked.
    ignorePatterns: ['**', '!packages/**', '!tooling/mutate/**', '!tsconfig.base.json', 'node_modules', '.turbo'],
    testRunner: 'vitest',
    plugins: [import.meta.resolve('@stryker-mutator/vitest-runner')],
    // The tests of each mutant are known, so asking Vite which tests are related would only cost time.
    vitest: { configFile: 'tooling/mutate/vitest.config.ts', dir: folder, related: false },
    coverageAnalysis: 'perTest',
    concurrency: 2,
    incremental: true,
    incrementalFile: `reports/mutation/${name}.incremental.json`,
    force,
    reporters: ['clear-text', 'progress', 'html', 'json'],
    clearTextReporter: { reportTests: false, logTests: false },
    htmlReporter: { fileName: `reports/mutation/${name}.html` },
    jsonReporter: { fileName: `reports/mutation/${name}.json` },
    // What is told at the end is the score of the package, so no single run breaks.
    thresholds: { high: 95, low: 92, break: null },
    tempDirName: `reports/mutation/tmp/${name}`,
    cleanTempDir: 'always',
    disableTypeChecks: false,
  };
}
