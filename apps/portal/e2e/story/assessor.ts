import type { Page } from '@playwright/test';

import { checkPage, expect } from '../fixtures.ts';
import { isPainted } from '../painted.ts';
import { signInAs } from '../person.ts';
import { document } from './candidate.ts';
import { candidate, daysAgo, queried } from './plot.ts';

const standards = 53;
const tab = (page: Page, name: string | RegExp) => page.getByRole('tab', { name });

/** Nothing can be marked before the assessor declares that there is no conflict. */
export async function begin(page: Page, assessor: string): Promise<void> {
  await signInAs(page, assessor);
  await checkPage(page, 'queue');
  await expect(rowInQueue(page)).toContainText('To begin');
  await page.getByRole('link', { name: candidate.name }).click();
  const button = page.getByRole('button', { name: 'Begin marking' });
  await expect(button).toHaveAccessibleDescription(/no conflict of interest before marking, or declines. Rule REV-3/);
  await checkPage(page, 'before marking');
  await page.getByRole('checkbox', { name: 'I declare that I have no conflict of interest' }).check();
  await button.click();
  await expect(tab(page, 'Standards')).toContainText(`0 of ${standards}`);
}

const rowInQueue = (page: Page) => page.getByRole('row', { name: candidate.name });

/** The claimed page of the PDF is drawn, with its text, beside the standard that it is claimed for. */
export async function readDocument(page: Page): Promise<void> {
  const reader = page.getByRole('region', { name: `Evidence: ${document.name}` });
  await expect(page.getByRole('heading', { name: /standard 1 of 9/ })).toBeVisible();
  await expect(reader.locator('.textLayer').getByText(document.finding)).toBeVisible();
  await expect.poll(() => isPainted(reader.locator('[data-place="2"] canvas'))).toBe(true);
  await checkPage(page, 'marking');
}

/** The assessor's own records: evidence from then on. */
export async function recordOccasions(page: Page): Promise<void> {
  await tab(page, 'Gates').click();
  for (const { kind, component, account } of [
    {
      kind: 'visit',
      component: 'gate-C5',
      account: 'A day at the centre. Two families walked me round and said what had changed for them.',
    },
    {
      kind: 'discussion',
      component: 'gate-C6',
      account: 'An hour, with at least one question on each area. She gave reasons and named what did not work.',
    },
  ]) {
    const panel = page.locator(`#${component}`);
    await panel.getByLabel(`Day of the ${kind}`).fill(daysAgo(kind === 'visit' ? 2 : 1));
    await panel.getByLabel(`Account of the ${kind}`).fill(account);
    await panel.getByRole('button', { name: `Record the ${kind}` }).click();
    await expect(panel.getByText('Recorded at')).toBeVisible();
  }
  await checkPage(page, 'gates');
}

/** What stands against the seal is said, rule by rule, until nothing does. */
export async function seeWhatIsMissing(page: Page, rules: readonly string[]): Promise<void> {
  await tab(page, 'Seal').click();
  const missing = page.getByRole('region', { name: 'What is missing' });
  for (const rule of ['REV-13', 'REV-14', 'R13']) {
    await expect(missing.getByText(`Rule ${rule}`, { exact: true })).toHaveCount(rules.includes(rule) ? 1 : 0);
  }
}

/** All standards with no hand at the pointer: score, what is claimed, visit, discussion, reason, save and on. */
export async function judgeByKeyboard(page: Page): Promise<void> {
  await tab(page, 'Standards').click();
  const heading = page.locator('#standard-at-hand');
  await heading.focus();
  for (let judged = 0; judged < standards; judged += 1) {
    const title = await heading.innerText();
    await expect(heading).toBeFocused();
    for (const key of [String(2 + (judged % 3)), 'Shift+V', 'o', 'v', 'o', 'v', 'r']) await page.keyboard.press(key);
    const reason = page.getByLabel('Reason');
    await expect(reason).toBeFocused();
    const text = `${title}: both the visit and the discussion show it, and she says why she chose it.`;
    // Letters in the reason are text: the first is typed key by key, the others as dictation would put them.
    if (judged === 0) await page.keyboard.type(text);
    else await page.keyboard.insertText(text);
    await expect(reason).toHaveValue(text);
    if (judged === 0) await checkPage(page, 'marking, a standard complete');
    await page.keyboard.press('Control+Enter');
    if (judged < standards - 1) await expect(tab(page, 'Standards')).toContainText(`${judged + 1} of ${standards}`);
  }
  await expect(tab(page, 'Seal')).toHaveAttribute('aria-selected', 'true');
  await expect(tab(page, 'Standards')).toContainText(`${standards} of ${standards}`);
}

export async function judgeGates(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Go to the gates' }).click();
  for (const component of ['C4', 'C5', 'C6']) {
    const panel = page.locator(`#gate-${component}`);
    await panel.getByRole('radio', { name: 'Met', exact: true }).check();
    await panel.getByLabel('Reason').fill('Complete, in her own words, and of the length that the scheme asks for.');
    await panel.getByRole('button', { name: 'Save gate' }).click();
    await expect(panel.getByText('Saved at')).toBeVisible();
  }
  await expect(tab(page, 'Gates')).toContainText('3 of 3');
}

/** Area by area: what is claimed in one go, then what was ticked in another. */
export async function noteCoverage(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Go to knowledge and qualities' }).click();
  for (const area of ['LLD', 'SFC', 'BAR', 'SPF', 'MTO', 'BST']) {
    const picked = page.getByRole('button', { name: new RegExp(`^${area} `) });
    await picked.click();
    await expect(picked).toHaveAttribute('aria-current', 'true');
    const claimed = page.getByRole('button', { name: /^Note all claimed of this area/ });
    if (await claimed.isEnabled()) {
      await claimed.click();
      await expect(page.getByText('Noted', { exact: true })).toHaveCount(1);
    }
    const boxes = page.getByRole('checkbox', { name: /^Tick / });
    for (const box of await boxes.all()) await box.check();
    if (area === 'SFC') await checkPage(page, 'coverage of knowledge and qualities');
    await page.getByRole('button', { name: /^Note \d+ ticked statements$/ }).click();
    await expect(boxes).toHaveCount(0);
  }
  await expect(tab(page, 'Coverage')).toContainText('69 of 69');
}

export async function seal(page: Page): Promise<void> {
  await tab(page, 'Seal').click();
  await checkPage(page, 'ready to seal');
  await page.getByRole('button', { name: 'Seal the review' }).click();
  const dialog = page.getByRole('dialog', { name: 'Seal this review?' });
  await checkPage(page, 'sealing');
  await dialog.getByRole('button', { name: 'Seal', exact: true }).click();
  await expect(page.getByText('This review is sealed')).toBeVisible();
  await checkPage(page, 'sealed');
}

/** The review comes back as round 2; the answer stands in the reason, and the review is sealed again. */
export async function answerQuery(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Queue' }).click();
  await page.reload();
  await expect(rowInQueue(page)).toContainText(`Queried: ${queried.standard}`);
  await expect(rowInQueue(page)).toContainText('Sent back');
  await checkPage(page, 'queue, sent back');
  await page.getByRole('link', { name: candidate.name }).click();
  await expect(page.getByText('Round 2: the moderator asks you to look again')).toBeVisible();
  await expect(page.getByText(`The moderator asks: ${queried.says}`)).toBeVisible();
  await checkPage(page, 'round 2');
  await page.getByLabel('Reason').fill(queried.answer);
  await page.keyboard.press('Control+Enter');
  await expect(tab(page, 'Seal')).toHaveAttribute('aria-selected', 'true');
  await seal(page);
}
