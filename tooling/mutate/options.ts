import type { Stryker } from '@stryker-mutator/core';

export const packages = ['agreement', 'engine'] as const;
export type Package = (typeof packages)[number];

export interface Wish {
  readonly packages: readonly Package[];
  /** Files, globs or line ranges (`src/icc.ts:60-90`) inside the package; none means all of its code. */
  readonly files: readonly string[];
  /** Try every mutant anew, whatever earlier runs found. */
  readonly force: boolean;
}

/** What `pnpm mutate [package] [file …] [--force]` asks for. */
export function wishOf(words: readonly string[]): Wish {
  const given = words.filter((word) => word !== '--' && word !== '--force');
  const [first] = given;
  const named = packages.find((one) => one === first);
  if (first !== undefined && named === undefined)
    throw new RangeError(`"${first}" is no package that is mutated: name one of ${packages.join(', ')}.`);
  const files = given.slice(1).map((file) => file.replace(`packages/${named}/`, ''));
  return { packages: named === undefined ? packages : [named], files, force: words.includes('--force') };
}

/** How Stryker treats a package: in a copy, its own tests only, results kept for the next run. */
export function optionsFor(
  name: Package,
  { files, force }: Pick<Wish, 'files' | 'force'>,
): ConstructorParameters<typeof Stryker>[0] {
  const home = `packages/${name}`;
  const asked = files.length === 0 ? ['src/**/*.ts'] : files;
  return {
    // Files of types alone need no mention: there is nothing in them to mutate.
    mutate: [...asked.map((file) => `${home}/${file}`), `!${home}/src/**/*.test.ts`, `!${home}/src/**/testing/**`],
    // Only what the tests need is copied; the packages' node_modules are linked.
    ignorePatterns: ['**', '!packages/**', '!tooling/mutate/**', '!tsconfig.base.json', 'node_modules', '.turbo'],
    testRunner: 'vitest',
    plugins: [import.meta.resolve('@stryker-mutator/vitest-runner')],
    // The tests of each mutant are known, so asking Vite which tests are related would only cost time.
    vitest: { configFile: 'tooling/mutate/vitest.config.ts', dir: home, related: false },
    coverageAnalysis: 'perTest',
    concurrency: 2,
    incremental: true,
    incrementalFile: `reports/mutation/${name}.incremental.json`,
    force,
    reporters: ['clear-text', 'progress', 'html', 'json'],
    clearTextReporter: { reportTests: false, logTests: false },
    htmlReporter: { fileName: `reports/mutation/${name}.html` },
    jsonReporter: { fileName: `reports/mutation/${name}.json` },
    thresholds: { high: 95, low: 92, break: 90 },
    tempDirName: '.stryker-tmp',
    cleanTempDir: 'always',
    disableTypeChecks: false,
  };
}
