import { defineConfig } from 'vitest/config';

const exclude = ['**/node_modules/**', '**/dist/**'];

export default defineConfig({
  test: {
    // Two cores: more workers only make each test slower.
    maxWorkers: 2,
    // Modules keep nothing between tests: each makes its own world. Loading them anew for every file took a fifth of the
    // whole run.
    isolate: false,
    projects: [
      {
        test: {
          name: 'pure',
          include: ['{packages,apps,tooling}/**/*.test.ts'],
          exclude: [...exclude, '**/*.db.test.ts'],
          testTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'database',
          include: ['{packages,apps,tooling}/**/*.db.test.ts'],
          exclude,
          globalSetup: ['apps/server/src/testing/postgres/setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          // After the pure ones: a worker that went from one project to the other would load everything again.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
