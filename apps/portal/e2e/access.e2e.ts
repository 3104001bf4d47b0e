import type { Page } from '@playwright/test';

import { checkPage, expect, test, visit } from './fixtures.ts';
import { follow, signInAs } from './person.ts';

const candidate = 'Harriet Demo-Pemberton';
const assessor = 'Catriona Demo-Baird';
const halfMarked = 'Kofi Demo-Mensah';

/** From the queue to the half-marked portfolio; answers its address. */
async function openReview(page: Page): Promise<string> {
  await signInAs(page, assessor);
  await follow(page, page.getByRole('link', { name: halfMarked }));
  return new URL(page.url()).pathname;
}

test('an unknown address shows a page that says so and leads on', async ({ page }) => {
  await visit(page, '/no-such-place', 'an unknown address');
  await expect(page.getByRole('heading', { level: 1, name: 'Nothing is at this address' })).toBeVisible();
  await follow(page, page.getByRole('link', { name: 'Go to the first page' }));
});

test('a link into the portal leads over sign-in to where it points', async ({ page, newcomer }) => {
  const address = `${await openReview(page)}?part=gates`;
  const signedOut = await newcomer();
  await visit(signedOut, address, 'sign-in with a way back');
  await expect(signedOut).toHaveURL(/\/sign-in\?to=/);
  await signedOut.getByRole('button', { name: assessor }).click();
  await expect(signedOut).toHaveURL(address);
  await expect(signedOut.getByRole('tab', { name: 'Gates' })).toHaveAttribute('aria-selected', 'true');
});

test.describe('what is somebody else’s', () => {
  test.use({ expected: ['404 review.show', 'TRPCClientError: There is no such review, or you may not see it.'] });

  test('a candidate who opens the address of a review is told that it is not theirs', async ({ page, newcomer }) => {
    const address = await openReview(page);
    const theirs = await newcomer();
    await signInAs(theirs, candidate);
    await visit(theirs, address, 'somebody else’s review');
    await expect(theirs.getByText('it may lead to something that is not yours to see')).toBeVisible();
    await expect(theirs.getByText(halfMarked)).toHaveCount(0);
  });
});

test.describe('what a rule forbids', () => {
  test('a declined review cannot go back to the same assessor, and the screen names the rule', async ({ newcomer }) => {
    const [declining, declined] = ['Helen Demo-Whitlock', 'Daniel Demo-Abara'];
    const theirs = await newcomer();
    await signInAs(theirs, declining);
    await follow(theirs, theirs.getByRole('link', { name: declined }));
    await theirs.getByRole('button', { name: 'Decline' }).click();
    await theirs.getByLabel('Why you decline').fill('We worked in the same centre until last year.');
    await theirs.getByRole('button', { name: 'Decline this review' }).click();
    await expect(theirs.getByRole('heading', { level: 1, name: 'Queue' })).toBeVisible();
    await expect(theirs.getByRole('link', { name: declined })).toHaveCount(0);

    const provider = await newcomer();
    await signInAs(provider, 'Margaret Demo-Ellery');
    await provider.getByRole('article').filter({ hasText: 'Gathering evidence' }).getByRole('link').first().click();
    const row = provider.getByRole('row', { name: declined });
    await row.getByRole('button', { name: 'Allocate' }).click();
    const dialog = provider.getByRole('dialog', { name: `Allocate an assessor to ${declined}` });
    const radio = dialog.getByRole('radio', { name: declining });
    await expect(radio).toBeDisabled();
    await expect(radio).toHaveAccessibleDescription(
      /A review does not go back to an assessor who declined it\. Rule REV-2/,
    );
    await checkPage(provider, 'whom a review may go to');
  });
});

test.describe('on a phone of 360 points', () => {
  test.use({ viewport: { width: 360, height: 740 } });

  const fits = async (page: Page, name: string) => {
    await checkPage(page, `${name} on a phone`);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect.soft(over, `points that ${name} is too wide`).toBe(0);
  };

  test('home, evidence and coverage fit', async ({ page }) => {
    await signInAs(page, candidate);
    await fits(page, 'home');
    for (const name of ['Evidence', 'Coverage']) {
      await page.getByRole('button', { name: 'Menu' }).click();
      await follow(page, page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name }));
      await fits(page, name);
    }
  });

  test('marking fits, evidence and decisions each', async ({ page }) => {
    await openReview(page);
    await fits(page, 'decisions');
    await page
      .getByRole('radiogroup', { name: 'Show' })
      .getByText(/^Evidence/)
      .click();
    await expect(page.getByRole('region', { name: 'Decisions' })).toBeHidden();
    await expect(page.getByRole('region', { name: 'Evidence', exact: true })).toBeVisible();
    await fits(page, 'evidence beside the decisions');
  });
});

test.describe('in the dark scheme', () => {
  test.use({ colorScheme: 'dark' });

  const dark = async (page: Page, name: string) => {
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
    await checkPage(page, `${name}, dark`);
  };

  test('home, coverage and marking can be read', async ({ page, newcomer }) => {
    await signInAs(page, candidate);
    await dark(page, 'home');
    await follow(page, page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Coverage' }));
    await dark(page, 'coverage');
    const marking = await newcomer();
    await openReview(marking);
    await dark(marking, 'marking');
  });
});
