import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{packages,apps,tooling}/**/*.{test,db.test}.ts'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    // Two cores: more workers only make each test slower.
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 180_000,
  },
});
