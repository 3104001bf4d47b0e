import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';

import { isPainted } from './painted.ts';
import { follow } from './person.ts';

export interface Scene {
  /** The file's name. */
  readonly name: string;
  /** From the page before it, or from the person's first page, to this one. */
  readonly go: (page: Page) => Promise<void>;
}

/** The scenes of one person, in the order in which they are walked through; null walks without signing in. */
export interface Walk {
  readonly person: string | null;
  readonly scenes: readonly Scene[];
}

const at = (name: string, path: string): Scene => ({ name, go: async (page) => void (await page.goto(path)) });
const here = (name: string): Scene => ({ name, go: async () => {} });
const link = (name: string, text: string): Scene => ({
  name,
  go: (page) => follow(page, page.getByRole('main').getByRole('link', { name: text }).first()),
});
const part = (name: string, tab: string): Scene => ({
  name,
  go: (page) => page.getByRole('tab', { name: tab }).click(),
});
/** An address beneath the one that is open, such as the coverage beneath a portfolio. */
const beneath = (name: string, path: string): Scene => ({
  name,
  go: async (page) => void (await page.goto(`${portfolioOf(page)}${path}`)),
});

const portfolioOf = (page: Page): string => /\/candidate\/[^/?#]+/.exec(page.url())?.[0] ?? '/candidate';

/** A phone shows evidence or decisions, and this to choose between them. */
const sides = (page: Page) => page.getByRole('radiogroup', { name: 'Show' });

/** The half-marked portfolio at a standard that a PDF is claimed for, with the page of the PDF drawn beside it. */
export const marking: Scene = {
  name: 'marking',
  async go(page) {
    await page.goto('/queue');
    await follow(page, page.getByRole('link', { name: 'Kofi Demo-Mensah' }));
    if (await sides(page).isHidden()) await untilPdf(page, 'k');
  },
};

/** The same portfolio at work: three standards just judged, the fourth scored on evidence that counts. */
export const judging: Scene = {
  name: 'judging',
  async go(page) {
    await marking.go(page);
    for (const score of ['3', '2', '4']) {
      const heading = page.locator('#standard-at-hand');
      const before = await heading.innerText();
      for (const key of [score, 'Shift+V', 'r']) await page.keyboard.press(key);
      await page.keyboard.insertText('Both sources show it, over a year and in figures; the choice is argued for.');
      await page.keyboard.press('Control+Enter');
      await expect(heading).not.toHaveText(before);
    }
    await untilPdf(page, 'j');
    for (const key of ['3', 'Shift+V']) await page.keyboard.press(key);
    await expect(page.getByText('Counts').first()).toBeVisible();
  },
};

/** Goes on, standard by standard, to one whose first claim lies in a PDF, and waits until its page is drawn. */
async function untilPdf(page: Page, key: 'j' | 'k'): Promise<void> {
  for (let standard = 0; standard < 20 && !(await openPdf(page).isVisible()); standard += 1) {
    await page.keyboard.press(key);
  }
  await drawn(page);
}

const openPdf = (page: Page) => page.getByRole('region', { name: /^Evidence: .*\.pdf$/ });

async function drawn(page: Page): Promise<void> {
  await expect(openPdf(page).locator('.textLayer span').first()).toBeVisible();
  await expect.poll(() => isPainted(openPdf(page).locator('canvas').first())).toBe(true);
}

export const matrix = beneath('candidate-coverage', '/coverage');

export const walks: readonly Walk[] = [
  {
    person: null,
    scenes: [
      at('sign-in', '/sign-in'),
      at('standards', '/standards'),
      at('framework', '/standards/npqicl-2007'),
      at('not-found', '/no-such-place'),
    ],
  },
  {
    person: 'Harriet Demo-Pemberton',
    scenes: [
      here('candidate-home'),
      matrix,
      beneath('candidate-submit', '/submit'),
      beneath('candidate-history', '/history'),
      beneath('candidate-write', '/evidence/write'),
      beneath('candidate-evidence', '/evidence'),
      at('account', '/account'),
      {
        name: 'account-authenticator',
        async go(page) {
          await page.getByRole('button', { name: 'Set up an authenticator' }).click();
          await page.getByLabel('Your password', { exact: true }).fill('assay demo 2026');
          await page.getByRole('button', { name: 'Go on' }).click();
          await expect(page.getByRole('img', { name: /^QR code/ })).toBeVisible();
        },
      },
    ],
  },
  { person: 'Amina Demo-Okafor', scenes: [here('candidate-passed'), beneath('candidate-result', '/result')] },
  { person: 'Joanne Demo-Hartley', scenes: [here('candidate-referred'), beneath('candidate-referral', '/result')] },
  {
    person: 'Catriona Demo-Baird',
    scenes: [
      here('queue'),
      marking,
      part('marking-gates', 'Gates'),
      part('marking-coverage', 'Coverage'),
      part('marking-seal', 'Seal'),
      {
        name: 'marking-evidence',
        async go(page) {
          if (await sides(page).isVisible())
            await sides(page)
              .getByText(/^Evidence/)
              .click();
        },
      },
    ],
  },
  {
    person: 'Helen Demo-Whitlock',
    scenes: [here('queue-of-another'), link('before-marking', 'Daniel Demo-Abara')],
  },
  {
    person: 'Imran Demo-Sheikh',
    scenes: [
      here('queue-with-a-conference'),
      {
        name: 'conference',
        async go(page) {
          await follow(page, page.getByRole('table', { name: 'To confer' }).getByRole('link'));
          if (await sides(page).isHidden()) await drawn(page);
        },
      },
      {
        name: 'conference-agreed-point',
        go: (page) => page.getByRole('button', { name: 'SFC.S3' }).click(),
      },
      {
        name: 'conference-third-marker',
        go: (page) => page.getByRole('button', { name: 'Send to a third marker' }).click(),
      },
    ],
  },
  {
    person: 'Kwame Demo-Boateng',
    scenes: [here('queue-of-a-second-marker'), link('before-second-marking', 'Samir Demo-Khalil')],
  },
  {
    person: 'Helen Demo-Whitlock',
    scenes: [
      link('sealed-by-the-third', 'Joanne Demo-Hartley'),
      part('sealed-by-the-third-after', 'Seal'),
      link('conference-settled-by-a-third', 'See how the scores of record came about'),
    ],
  },
  {
    person: 'Siân Demo-Prosser',
    scenes: [
      here('batches'),
      {
        name: 'batch',
        go: (page) => follow(page, page.getByRole('row').filter({ hasText: 'Sample open' }).getByRole('link')),
      },
      {
        name: 'moderating',
        go: (page) => follow(page, page.getByRole('table', { name: 'Sample' }).getByRole('link').first()),
      },
      {
        name: 'moderating-three-marks',
        async go(page) {
          await page.goto('/batches');
          await follow(page, page.getByRole('link', { name: 'First window' }));
          await follow(
            page,
            page.getByRole('table', { name: 'Sample' }).getByRole('link', { name: 'Joanne Demo-Hartley' }),
          );
          await page.getByText(/^Apart \(/).click();
        },
      },
    ],
  },
  {
    person: 'Margaret Demo-Ellery',
    scenes: [here('cohorts'), link('cohort', 'Heads of centre'), at('people', '/people')],
  },
  { person: 'Ingrid Demo-Halvorsen', scenes: [here('administrator')] },
];
