import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

/** What a person waits for: the heading is there and nothing says that it is still loading. */
export async function settled(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
}

/** One click on a demo person; whoever was signed in before is no more. */
export async function signInAs(page: Page, name: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByRole('button', { name }).click();
  await expect(page.getByRole('banner').getByRole('button', { name, exact: true })).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeHidden();
  await settled(page);
}

/** Follows a link to a page of another title: the old page stands until the new one is there. */
export async function follow(page: Page, link: Locator): Promise<void> {
  const title = page.getByRole('heading', { level: 1 });
  const before = await title.innerText();
  await link.click();
  await expect(title).not.toHaveText(before);
  await settled(page);
}
