import type { Page } from '@playwright/test';

import { checkPage, expect } from '../fixtures.ts';
import { follow, signInAs } from '../person.ts';
import { candidate, provider } from './plot.ts';

/** The provider enrols somebody new in the cohort under way; answers its title and the link to hand over. */
export async function enrol(page: Page): Promise<{ readonly cohort: string; readonly invitation: string }> {
  await page.goto('/sign-in');
  await checkPage(page, 'sign-in');
  await signInAs(page, provider);
  await checkPage(page, 'cohorts');
  const underWay = page.getByRole('article').filter({ hasText: 'Gathering evidence' }).getByRole('link').first();
  const cohort = await underWay.innerText();
  await follow(page, underWay);
  await checkPage(page, 'cohort');

  await page.getByRole('button', { name: 'Enrol a candidate' }).click();
  const dialog = page.getByRole('dialog', { name: 'Enrol a candidate' });
  await checkPage(page, 'enrol a candidate');
  await dialog.getByLabel('Name').fill(candidate.name);
  await dialog.getByLabel('E-mail').fill(candidate.email);
  await dialog.getByRole('button', { name: 'Enrol' }).click();
  await expect(dialog.getByText(`${candidate.name} is enrolled`)).toBeVisible();
  await checkPage(page, 'enrolled');

  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await dialog.getByRole('button', { name: 'Copy link' }).click();
  await expect(dialog.getByRole('button', { name: 'Copied' })).toBeVisible();
  const invitation = await page.evaluate(() => navigator.clipboard.readText());
  await expect(dialog.getByLabel('Invitation link')).toHaveValue(invitation);
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('row', { name: candidate.name })).toContainText('Gathering evidence');
  return { cohort, invitation };
}

/** The portfolio is accepted, and goes to the assessor with the fewest open reviews; answers the name. */
export async function acceptAndAllocate(page: Page): Promise<string> {
  await page.reload();
  const row = page.getByRole('row', { name: candidate.name });
  await row.getByRole('button', { name: 'Accept or return' }).click();
  const receiving = page.getByRole('dialog', { name: `The portfolio of ${candidate.name}` });
  await expect(receiving).toContainText('Accepting freezes the portfolio');
  await checkPage(page, 'accept or return');
  await receiving.getByRole('button', { name: 'Accept the portfolio' }).click();
  await expect(receiving).toBeHidden();
  await expect(row).toContainText('Awaiting an assessor');

  await row.getByRole('button', { name: 'Allocate' }).click();
  const allocating = page.getByRole('dialog', { name: `Allocate an assessor to ${candidate.name}` });
  const first = allocating.getByRole('radio').first();
  await first.check();
  await checkPage(page, 'allocate an assessor');
  const assessor = await first.evaluate((radio) =>
    radio instanceof HTMLInputElement ? (radio.labels?.[0]?.textContent ?? '') : '',
  );
  await allocating.getByRole('button', { name: 'Allocate' }).click();
  await expect(allocating).toBeHidden();
  await expect(row).toContainText(assessor);
  return assessor;
}
