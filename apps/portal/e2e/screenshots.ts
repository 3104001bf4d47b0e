import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import type { Browser, BrowserContextOptions, Page } from '@playwright/test';

import { browserArguments, browserPath } from './browser.ts';
import { startDemoServer } from './demoServer.ts';
import { settled, signInAs } from './person.ts';
import { judging, matrix, walks } from './scenes.ts';
import type { Walk } from './scenes.ts';

const root = join(import.meta.dirname, '../../..');
const forReadme = join(root, 'tooling/docs/screenshots');
const forEverything = join(root, 'screenshots');

/** Every page in both colour schemes at two widths, or with `--readme` the two pictures that the README shows. */
async function main(): Promise<void> {
  const server = await startDemoServer();
  const browser = await chromium.launch({ executablePath: await browserPath(), args: browserArguments });
  try {
    if (process.argv.includes('--readme')) await readme(browser, server.url);
    else await everything(browser, server.url);
  } finally {
    await browser.close();
    await server.stop();
  }
}

async function readme(browser: Browser, url: string): Promise<void> {
  const look = { viewport: { width: 1440, height: 900 }, colorScheme: 'light' } as const;
  const take = (name: string) => async (page: Page) => {
    await page.screenshot({ path: join(forReadme, `${name}.png`) });
  };
  await mkdir(forReadme, { recursive: true });
  await walk(browser, url, look, { person: 'Catriona Demo-Baird', scenes: [judging] }, take('marking'));
  await walk(browser, url, look, { person: 'Harriet Demo-Pemberton', scenes: [matrix] }, take('matrix'));
}

async function everything(browser: Browser, url: string): Promise<void> {
  for (const width of [1280, 390]) {
    for (const colorScheme of ['light', 'dark'] as const) {
      const folder = join(forEverything, `${width}-${colorScheme}`);
      await mkdir(folder, { recursive: true });
      const look = { viewport: { width, height: width === 390 ? 844 : 900 }, colorScheme };
      for (const one of walks) {
        await walk(browser, url, look, one, async (page, name) => {
          await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
        });
      }
    }
  }
}

async function walk(
  browser: Browser,
  baseURL: string,
  look: BrowserContextOptions,
  { person, scenes }: Walk,
  take: (page: Page, name: string) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({
    ...look,
    baseURL,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  if (person !== null) await signInAs(page, person);
  for (const { name, go } of scenes) {
    await go(page);
    await settled(page);
    await take(page, name);
  }
  await context.close();
}

await main();
