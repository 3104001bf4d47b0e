import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

// Stryker copies the tree and starts Vitest inside the copy.
const copy = process.cwd();

interface Manifest {
  readonly name: string;
  readonly exports: Readonly<Record<string, string>>;
}

/** Every way into a package by name, as the file in this copy: node_modules would lead back to the code as it was. */
function doorsOf(manifest: string): { find: RegExp; replacement: string }[] {
  const { name, exports }: Manifest = JSON.parse(readFileSync(join(copy, manifest), 'utf8'));
  return Object.entries(exports).map(([door, file]) => ({
    find: new RegExp(`^${join(name, door)}$`),
    replacement: join(copy, manifest, '..', file),
  }));
}

/**
 * What killed the last mutant first, as its neighbour often dies by it too; then quick files, so that a mutant that a
 * table of known numbers kills need not wait for the property tests.
 */
class LikelyFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const known = (file: TestSpecification) => this.ctx.cache.getTestSpecificationResult(file);
    return files.toSorted(
      (a, b) =>
        Number(known(b)?.failed ?? false) - Number(known(a)?.failed ?? false) ||
        (known(a)?.duration ?? 0) - (known(b)?.duration ?? 0),
    );
  }
}

export default defineConfig({
  resolve: { alias: globSync('packages/*/package.json', { cwd: copy }).flatMap(doorsOf) },
  test: {
    // Below the folder that is mutated, which Stryker hands in.
    include: (process.env['MUTATE_TESTS'] ?? '**/*.test.ts').split(' '),
    isolate: false,
    sequence: { sequencer: LikelyFirst },
    testTimeout: 60_000,
  },
});
