import { AxeBuilder } from '@axe-core/playwright';
import { expect, test as base } from '@playwright/test';
import type { BrowserContext, ConsoleMessage, Page } from '@playwright/test';

import { settled } from './person.ts';

interface Fixtures {
  /** What a story provokes and the browser reports as an error: answers of the server, as "422 moderation.signOff". */
  readonly expected: readonly string[];
  /** What went wrong in the browser while nobody looked. */
  readonly flaws: string[];
  /** Somebody with a browser of their own: other cookies, other kept texts. */
  readonly newcomer: () => Promise<Page>;
}

/** Playwright's test, failing on whatever a page reports as an error, whether or not the story looks there. */
export const test = base.extend<Fixtures>({
  expected: [[], { option: true }],
  // Half-faded dialogs have colours that nobody ever reads.
  contextOptions: { reducedMotion: 'reduce' },
  flaws: async ({ expected }, use) => {
    const flaws: string[] = [];
    await use(flaws);
    const surprises = flaws.filter((flaw) => !expected.some((answer) => flaw.includes(answer)));
    expect(surprises, 'what the browser reported as errors').toEqual([]);
  },
  context: async ({ context, flaws }, use) => {
    watch(context, flaws);
    await use(context);
  },
  newcomer: async ({ browser, flaws }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async () => {
      const context = await browser.newContext();
      contexts.push(context);
      watch(context, flaws);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },
});

export { expect } from '@playwright/test';

function watch(context: BrowserContext, flaws: string[]): void {
  context.on('console', (message) => {
    if (message.type() === 'error') flaws.push(flawOf(message));
  });
  context.on('weberror', (error) => flaws.push(`page error: ${error.error().stack ?? error.error().message}`));
}

/** "422 moderation.signOff" for an answer of the server, so that a story can name those that it provokes. */
function flawOf(message: ConsoleMessage): string {
  const status = /Failed to load resource: the server responded with a status of (\d+)/.exec(message.text())?.[1];
  const { pathname } = URL.parse(message.location().url) ?? { pathname: message.location().url };
  return status === undefined
    ? `console error at ${pathname}: ${message.text()}`
    : `${status} ${pathname.replace(/^\/api\/(trpc\/)?/, '')}`;
}

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * The page as it stands, once nothing is loading any more, has no violation that axe can find. The portal has no
 * frames, so the legacy mode looks at all of it, and needs no second page to do so.
 */
export async function checkPage(page: Page, name: string): Promise<void> {
  await settled(page);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(levels).analyze();
  const found = violations.map(({ id, help, nodes }) =>
    [
      `${id}: ${help}`,
      ...nodes.map(({ target, failureSummary = '' }) => `  ${target.join(' ')}\n    ${failureSummary}`),
    ]
      .join('\n')
      .replaceAll(/\n(?= *\S)/g, '\n    '),
  );
  expect.soft(found.join('\n'), `accessibility of ${name}`).toBe('');
}

/** Opens an address as if typed, and checks the page that comes. */
export async function visit(page: Page, path: string, name: string): Promise<void> {
  await page.goto(path);
  await checkPage(page, name);
}
