import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { browserArguments, browserPath } from './e2e/browser.ts';
import { freePort } from './e2e/freePort.ts';

// The configuration is read again in every worker: port and folder are chosen once and handed on.
const port = (process.env['ASSAY_E2E_PORT'] ??= String(await freePort()));
const url = `http://127.0.0.1:${port}`;
const folder = (process.env['ASSAY_E2E_FOLDER'] ??= mkdtempSync(join(tmpdir(), 'assay-e2e-')));

/** The stories run against the built portal and a server of their own, with the demo freshly loaded into a temporary folder. */
export default defineConfig({
  testDir: './e2e',
  testMatch: '**/*.e2e.ts',
  outputDir: '../../test-results',
  fullyParallel: false,
  workers: 1,
  retries: 0,
  timeout: 300_000,
  expect: { timeout: 30_000 },
  reporter: [['list']],
  use: {
    baseURL: url,
    actionTimeout: 30_000,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    viewport: { width: 1280, height: 900 },
    // A trace makes the long story twice as long; `--trace retain-on-failure` asks for one.
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: await browserPath(), args: browserArguments },
  },
  webServer: {
    command: 'node ../server/src/main.ts',
    url: `${url}/readyz`,
    timeout: 240_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
    stdout: 'ignore',
    stderr: 'pipe',
    env: { PORT: port, DATA_DIR: folder, DATABASE_URL: `file:${join(folder, 'assay.db')}`, LOG_LEVEL: 'warn' },
  },
});
