import type { Page } from '@playwright/test';

import { checkPage, expect } from '../fixtures.ts';
import { follow, signInAs } from '../person.ts';
import { candidate, moderator, moderatorsPassword, queried } from './plot.ts';

const sampled = (page: Page) => page.getByRole('table', { name: 'Sample' }).getByRole('row', { name: candidate.name });

/** The plan first, then the draw: nobody chooses whom to look at. */
export async function planAndDraw(page: Page, cohort: string): Promise<void> {
  await signInAs(page, moderator);
  await checkPage(page, 'batches');
  await page.getByRole('button', { name: `Plan a batch of ${cohort}` }).click();
  const dialog = page.getByRole('dialog', { name: 'Plan a batch' });
  await checkPage(page, 'planning a batch');
  await dialog.getByRole('button', { name: 'Plan the batch' }).click();
  await expect(page.getByRole('heading', { level: 1, name: `${cohort}, batch 1` })).toBeVisible();
  await checkPage(page, 'a planned batch');
  await page.getByRole('button', { name: 'Draw the sample' }).click();
  await expect(sampled(page)).toContainText('Pass');
  await checkPage(page, 'a drawn sample');
}

/** One standard goes back to the assessor, with what to look at again. */
export async function sendBack(page: Page): Promise<void> {
  await follow(page, page.getByRole('link', { name: candidate.name }));
  await checkPage(page, 'a portfolio of the sample');
  await page.getByRole('button', { name: `Query ${queried.standard}` }).click();
  await page.getByLabel(`Your query on ${queried.standard}`).fill(queried.says);
  await checkPage(page, 'writing a query');
  await page.getByRole('button', { name: 'Send back with 1 query' }).click();
  const dialog = page.getByRole('dialog', { name: `Send the review of ${candidate.name} back?` });
  await checkPage(page, 'sending back');
  await dialog.getByRole('button', { name: 'Send back' }).click();
  await expect(sampled(page)).toContainText('Sent back');
}

export async function uphold(page: Page): Promise<void> {
  await page.reload();
  await expect(sampled(page)).toContainText('Open');
  await page.getByRole('link', { name: candidate.name }).click();
  await expect(page.getByText(queried.answer)).toBeVisible();
  await page.getByRole('button', { name: 'Uphold' }).click();
  const dialog = page.getByRole('dialog', { name: `Uphold the review of ${candidate.name}?` });
  await dialog.getByLabel('Note (optional)').fill('Read whole. The answer names the place, and the score follows.');
  await checkPage(page, 'upholding');
  await dialog.getByRole('button', { name: 'Uphold' }).click();
  await expect(sampled(page)).toContainText('Upheld');
}

export async function grantDirectClaim(page: Page): Promise<void> {
  await checkPage(page, 'an upheld sample');
  const button = page.getByRole('button', { name: 'Grant direct claim' });
  await expect(button).toHaveAccessibleDescription(/A direct claim gives its reason. Rule MOD-8/);
  await page.getByLabel('Reason').fill('The whole batch was sampled and upheld.');
  await button.click();
  await expect(page.getByRole('heading', { name: 'Sign off' })).toBeVisible();
}

/** A signature needs the password again; a wrong one is refused with its rule, and nothing is signed. */
export async function signOff(page: Page): Promise<void> {
  await checkPage(page, 'ready to sign off');
  const sign = page.getByRole('button', { name: 'Sign off the batch' });
  await page.getByLabel('Your password').fill('not my password');
  await sign.click();
  await expect(page.getByText('This was refused')).toBeVisible();
  await expect(page.getByRole('alert')).toContainText(
    'A moderator proves again who they are before signing. Rule MOD-10',
  );
  await checkPage(page, 'a refused signature');
  await page.getByLabel('Your password').fill(moderatorsPassword);
  await sign.click();
  await expect(page.getByRole('heading', { name: 'What was signed' })).toBeVisible();
  await expect(page.getByText(moderator).first()).toBeVisible();
  await checkPage(page, 'signed off');
}

export async function release(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Release 1 result' }).click();
  const dialog = page.getByRole('dialog', { name: 'Release 1 result?' });
  await checkPage(page, 'releasing');
  const button = dialog.getByRole('button', { name: 'Release', exact: true });
  await dialog.getByLabel('Your password').fill('not my password');
  await button.click();
  await expect(dialog.getByRole('alert')).toContainText(
    'A moderator proves again who they are before releasing. Rule AWD-16',
  );
  await checkPage(page, 'a refused release');
  await dialog.getByLabel('Your password').fill(moderatorsPassword);
  await button.click();
  await expect(page.getByText('1 result is released')).toBeVisible();
  await checkPage(page, 'released');
}
