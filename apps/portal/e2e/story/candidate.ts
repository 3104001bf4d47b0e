import type { Page } from '@playwright/test';

import { checkPage, expect } from '../fixtures.ts';
import { paper } from '../paper.ts';
import { follow } from '../person.ts';
import { candidate, daysAgo, queried } from './plot.ts';

export const document = {
  title: 'Review of safeguarding supervision',
  name: 'safeguarding-supervision.pdf',
  finding: 'Every member of staff who works with families is now supervised each month.',
} as const;

const accounts = [
  {
    component: 'C1',
    title: 'Inquiry into outdoor learning',
    text: 'We asked forty parents what their children did outdoors, and found that a third had nowhere to go.',
  },
  {
    component: 'C2',
    title: 'Inquiry into a shared plan with health visitors',
    text: 'Two teams had two plans for one family. I brought them to one table and we wrote one plan together.',
  },
  {
    component: 'C4',
    title: 'What I learned in this year',
    text: 'I began by answering every question myself. By spring I had learned to ask one back and to wait.',
  },
] as const;

/** The invitation's link opens an account with a password of the candidate's own. */
export async function accept(page: Page, invitation: string): Promise<void> {
  await page.goto(invitation);
  await checkPage(page, 'welcome');
  await page.getByLabel('Password', { exact: true }).fill(candidate.password);
  await page.getByLabel('The same password again').fill(candidate.password);
  await page.getByRole('button', { name: 'Open my account' }).click();
  await expect(page.getByText('Your password is set')).toBeVisible();
  await checkPage(page, 'a password is set');
  await page.getByRole('main').getByRole('link', { name: 'Sign in' }).click();

  await page.getByLabel('E-mail address').fill(candidate.email);
  await page.getByLabel('Password', { exact: true }).fill(candidate.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Your portfolio' })).toBeVisible();
  await checkPage(page, 'a new candidate’s home');
}

/** A real file is uploaded, then described. */
export async function uploadDocument(page: Page): Promise<void> {
  await follow(page, page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Evidence' }));
  await checkPage(page, 'evidence, empty');
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose files' }).click();
  await (await choosing).setFiles({ name: document.name, mimeType: 'application/pdf', buffer: sheets() });

  await page.getByLabel('Title').fill(document.title);
  await page.getByLabel('Component').selectOption('C3');
  await page.getByLabel('Dated').fill(daysAgo(60));
  await checkPage(page, 'describing an upload');
  await page.getByRole('button', { name: 'Add to the portfolio' }).click();
  await expect(page.getByRole('link', { name: document.title })).toBeVisible();
}

const sheets = () =>
  paper([
    {
      title: document.title,
      lines: [
        'Why we looked: two families told us that nobody had asked them how they were.',
        'What we did: we read a year of supervision notes and spoke with eleven members of staff.',
      ],
    },
    { title: 'What we found', lines: [document.finding, 'Before the review it was one in three (see the table).'] },
  ]);

/** Accounts for the other components, written in the browser. */
export async function writeAccounts(page: Page): Promise<void> {
  for (const { component, title, text } of accounts) {
    await follow(page, page.getByRole('link', { name: `Write an account for ${component}` }));
    await page.getByLabel('Title').fill(title);
    await page.getByLabel('Account', { exact: true }).fill(text);
    await expect(page.getByText(/ of [\d,]+ words/)).toBeVisible();
    if (component === 'C1') await checkPage(page, 'writing an account');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await follow(page, page.getByRole('link', { name: 'All evidence' }));
  }
  await expect(page.getByText('4 evidence items')).toBeVisible();
  await checkPage(page, 'evidence');
}

/** From the item: which statements it shows, and where in it. */
export async function claimFromItem(page: Page): Promise<void> {
  await follow(page, page.getByRole('link', { name: document.title }));
  await expect(page.locator('.textLayer').getByText('Why we looked')).toBeVisible();
  await page.getByRole('button', { name: 'Claim a statement' }).click();
  for (const [code, place] of [
    ['LLD.S1', 'Page 2, what we found'],
    ['MTO.S7', 'Page 1, why we looked'],
    ['LLD.K1', 'Page 1, what we did'],
  ] as const) {
    await page.getByRole('searchbox', { name: 'Search' }).fill(code);
    await page.getByRole('radio', { name: code }).check();
    await page.getByLabel('Where in the item it is shown').fill(place);
    await page.getByRole('button', { name: 'Claim', exact: true }).click();
    await expect(page.getByText(`Shown at: ${place}`)).toBeVisible();
  }
  await checkPage(page, 'an evidence item');
}

/** From the matrix: which item shows a statement; then what is there stands in the row. */
export async function claimFromMatrix(page: Page): Promise<void> {
  await follow(page, page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Coverage' }));
  await expect(page.getByText('All 122 statements')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Claim evidence for / })).toHaveCount(122);
  for (const { standard, item, place } of [
    { standard: queried.standard, item: 'C1 · Inquiry into outdoor learning', place: 'First paragraph' },
    { standard: 'BAR.Q1', item: `C3 · ${document.title}`, place: 'Page 2, what we found' },
  ]) {
    await page.getByRole('button', { name: `Claim evidence for ${standard}` }).click();
    const dialog = page.getByRole('dialog', { name: 'Claim this statement' });
    await dialog.getByLabel('Evidence item').selectOption({ label: item });
    await dialog.getByLabel('Where in the item it is shown').fill(place);
    if (standard === queried.standard) await checkPage(page, 'claiming from the matrix');
    await dialog.getByRole('button', { name: 'Claim', exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(rowOf(page, standard)).toContainText(place);
  }
  await expect(page.getByText('5 of 122 statements have at least one claim')).toBeVisible();
  await expect(rowOf(page, 'LLD.S1')).toContainText('Claimed');
  await expect(rowOf(page, 'LLD.S1')).toContainText('Page 2, what we found');
  await expect(rowOf(page, 'SFC.S1')).toContainText('No evidence yet');
  await checkPage(page, 'coverage');
}

const rowOf = (page: Page, code: string) =>
  page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: code, exact: true }) });

/** While something is undeclared the button stays put and says why; declared, it submits. */
export async function declareAndSubmit(page: Page): Promise<void> {
  const submitting = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Submit' });
  const button = page.getByRole('button', { name: 'Submit the portfolio' });
  await submitting.click();
  await page.getByRole('checkbox', { name: 'I declare that this portfolio is my own account' }).check();
  await expect(button).toHaveAccessibleDescription(/Every item of a portfolio is declared. 4 are not. Rule SUB-2/);
  await expect(button).toHaveAttribute('aria-disabled', 'true');
  await button.press('Enter');
  await expect(page.getByText('Every item of a portfolio is declared. 4 are not. Rule SUB-2')).toHaveCount(2);
  await checkPage(page, 'submitting, refused');

  for (const title of [document.title, ...accounts.map((account) => account.title)]) {
    await page.getByRole('link', { name: `Declare “${title}”` }).click();
    await page.getByRole('checkbox', { name: 'It is mine' }).check();
    await page.getByRole('checkbox', { name: 'Those who appear agreed' }).check();
    await page.getByRole('checkbox', { name: 'No child or family can be recognised' }).check();
    await page.getByLabel('Use of artificial intelligence').fill('None');
    await page.getByRole('button', { name: 'Declare' }).click();
    await expect(page.getByText('You declared authorship, consent and anonymity.')).toBeVisible();
    await submitting.click();
  }
  await expect(page.getByText('No rule stands against submitting.')).toBeVisible();
  await page.getByRole('checkbox', { name: 'I declare that this portfolio is my own account' }).check();
  await checkPage(page, 'submitting');
  await button.click();
  await expect(page.getByRole('heading', { name: 'What happens now' })).toBeVisible();
  await checkPage(page, 'submitted');
}

/** The result, the profile by area, and the feedback on every standard. */
export async function readResult(page: Page): Promise<void> {
  await page.goto('/candidate');
  await page.getByRole('link', { name: 'Read the result' }).click();
  await expect(page.getByText('You passed.')).toBeVisible();
  const profile = page.getByRole('table', { name: /Profile/ });
  await expect(profile.getByRole('row')).toHaveCount(1 + 6);
  await expect(profile.getByText('Not yet achieved', { exact: true })).toHaveCount(1);
  const feedback = page.getByRole('region', { name: 'Feedback on every standard' });
  await expect(feedback.getByRole('listitem')).toHaveCount(53);
  await expect(feedback.getByRole('listitem').filter({ hasText: queried.standard })).toContainText(queried.answer);
  await expect(page.getByRole('region', { name: 'Components that must be met' }).getByRole('listitem')).toHaveCount(3);
  await checkPage(page, 'result');
  await follow(page, page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Coverage' }));
  await expect(rowOf(page, queried.standard)).toContainText('Achieved');
  await checkPage(page, 'coverage, with the result');
}
