import type { Page } from '@playwright/test';

import { markTheRest, send } from './commands.ts';
import { checkPage, expect, test } from './fixtures.ts';
import { follow, settled, signInAs } from './person.ts';

const candidate = 'Eleanor Demo-Fenwick';
const first = 'Marek Demo-Nowak';
const second = 'Imran Demo-Sheikh';
/** What the two come to differ on: one that the first marked long ago, and one that both mark in this story. */
const [early, late] = ['LLD.S1', 'BST.S9'] as const;

// A hundred and fifty judgements and two browsers side by side.
test.setTimeout(600_000);
test.use({ expected: ['409 marking.confer'] });

const tab = (page: Page, name: string | RegExp) => page.getByRole('tab', { name });

/** Judges the standard at hand by keyboard alone. */
async function judgeByKeyboard(page: Page, standard: string, score: number, says: string): Promise<void> {
  await page.goto(`${new URL(page.url()).pathname}?part=standards&standard=${standard}`);
  await settled(page);
  await page.locator('#standard-at-hand').focus();
  for (const key of [String(score), 'Shift+V', 'r']) await page.keyboard.press(key);
  await page.keyboard.insertText(says);
  await page.keyboard.press('Control+Enter');
  await expect(tab(page, 'Seal')).toHaveAttribute('aria-selected', 'true');
}

async function seal(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Seal the review' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Seal', exact: true }).click();
  await expect(page.getByText('This review is sealed')).toBeVisible();
  await checkPage(page, 'after the seal');
}

/** Says where somebody stands on the point at hand, with no hand at the pointer. */
async function write(page: Page, score: number, says: string): Promise<void> {
  await page.locator('#point-at-hand').focus();
  await page.keyboard.press(String(score));
  await page.keyboard.press('r');
  await expect(page.getByLabel('Reason')).toBeFocused();
  await page.keyboard.type(says);
}

/** The evidence beside is drawn: its text is where its structure says that it is. */
async function drawn(page: Page): Promise<void> {
  await expect
    .poll(() =>
      page
        .locator('[aria-owns]')
        .evaluateAll((owners) =>
          owners.every((owner) => document.getElementById(owner.getAttribute('aria-owns') ?? '') !== null),
        ),
    )
    .toBe(true);
}

const point = (page: Page, code: string) =>
  page.getByRole('navigation', { name: 'Where your marks lie apart' }).getByRole('button', { name: code });

test('two mark blind, seal, confer and settle, each in a browser of their own', async ({ newcomer }) => {
  const [provider, one, other] = [await newcomer(), await newcomer(), await newcomer()];

  await test.step('the first marker seals, and is told no more than the rule', async () => {
    await signInAs(one, first);
    await follow(one, one.getByRole('link', { name: candidate }));
    const framework = await send<{ framework: { areas: { statements: { code: string; kind: string }[] }[] } }>(
      one,
      'question',
      'framework.show',
      { id: 'npqicl-2007' },
    );
    const covered = framework.framework.areas
      .flatMap(({ statements }) => statements)
      .flatMap(({ code, kind }) => (kind === 'S' ? [] : [code]));
    await markTheRest(one, () => 3, [late], covered);
    await judgeByKeyboard(one, late, 4, 'Objectives follow from outcomes across agencies, over two years.');
    await seal(one);
    await expect(one.getByText('Where R11 asks for a second marker')).toBeVisible();
    await expect(one.getByRole('link', { name: 'Confer' })).toHaveCount(0);
  });

  await test.step('the provider finds a second marker, who cannot be the first', async () => {
    await signInAs(provider, 'Margaret Demo-Ellery');
    const row = provider.getByRole('table', { name: 'Waiting for a marker' }).getByRole('row', { name: candidate });
    await expect(row).toContainText('Second marker, blind');
    await expect(row).toContainText('among the first marker’s first portfolios, which are marked by two (R11)');
    await checkPage(provider, 'who waits for a marker');
    await row.getByRole('button', { name: 'Allocate' }).click();
    const dialog = provider.getByRole('dialog', { name: `Second marker, blind for ${candidate}` });
    await expect(dialog.getByRole('radio', { name: first })).toBeDisabled();
    await expect(dialog.getByRole('radio', { name: first })).toHaveAccessibleDescription(/Rule REV-22/);
    await dialog.getByRole('radio', { name: second }).check();
    await checkPage(provider, 'allocating a second marker');
    await dialog.getByRole('button', { name: 'Allocate' }).click();
    await expect(dialog).toBeHidden();
    await expect(row).toHaveCount(0);
  });

  await test.step('the second marker marks without a word of the first', async () => {
    await signInAs(other, second);
    await expect(other.getByRole('row', { name: candidate })).toContainText('second marker, blind');
    await checkPage(other, 'the queue of a second marker');
    await follow(other, other.getByRole('link', { name: candidate }));
    await expect(other.getByText('You are the second marker')).toBeVisible();
    await checkPage(other, 'before a second marking');
    await other.getByRole('checkbox', { name: 'I declare that I have no conflict of interest' }).check();
    await other.getByRole('button', { name: 'Begin marking' }).click();
    await expect(tab(other, 'Standards')).toContainText('0 of 53');
    await expect(tab(other, 'Coverage')).toHaveCount(0);
    await expect(tab(other, 'Gates')).toContainText('0 of 1');
    await expect(other.locator('body')).not.toContainText(first);
    await markTheRest(other, (code) => (code === early ? 1 : 3), [late], []);
    await judgeByKeyboard(other, late, 1, 'One cycle of review is told; what came of it is not shown.');
    await expect(other.locator('body')).not.toContainText(first);
    await seal(other);
    await expect(other.getByText('Now you confer with the other marker')).toBeVisible();
  });

  await test.step('both find the conference, and the rule with it', async () => {
    await follow(other, other.getByRole('link', { name: 'Confer' }));
    await one.goto('/queue');
    await expect(one.getByRole('table', { name: 'To confer' }).getByRole('row', { name: candidate })).toContainText(
      '2 for you to say',
    );
    await checkPage(one, 'the queue with a conference');
    await follow(one, one.getByRole('table', { name: 'To confer' }).getByRole('link', { name: candidate }));
    for (const page of [one, other]) {
      await expect(page.getByText('2 of 2 still to agree')).toBeVisible();
      await expect(page.locator('#point-at-hand')).toHaveText(early);
      await expect(page.getByRole('main')).toContainText('goes to a third marker, and the middle one of the three');
      await drawn(page);
      await checkPage(page, 'the conference');
    }
  });

  const mine = 'The most disadvantaged families are in view, in one setting only, so I come down.';
  const theirs = 'The account names the families and the change, so I come up to the line.';

  await test.step('what is typed outlives the page', async () => {
    await write(one, 2, mine);
    await expect(one.getByText('Draft saved at')).toBeVisible();
    await one.reload();
    await expect(one.getByLabel('Reason')).toHaveValue(mine);
    await expect(one.getByRole('radio', { name: '2 Meets' })).toBeChecked();
  });

  await test.step('the other is faster, and both versions stand side by side', async () => {
    await write(other, 2, theirs);
    await other.keyboard.press('Control+Enter');
    await expect(point(other, early)).toContainText('Their turn');
    await expect(other.locator('#point-at-hand')).toHaveText(late);

    await one.locator('#point-at-hand').focus();
    await one.keyboard.press('Control+Enter');
    const clash = one.getByRole('alert').filter({ hasText: `${second} said something here while you were writing` });
    await expect(clash).toContainText(theirs);
    await expect(clash).toContainText(mine);
    await drawn(one);
    await checkPage(one, 'a clash in the conference');
    await one.getByRole('button', { name: 'Keep mine' }).focus();
    await one.keyboard.press('Enter');
    await expect(one.getByLabel('Reason')).toBeFocused();
    await expect(one.getByText('this settles it at 2 Meets')).toBeVisible();
    await one.keyboard.press('Control+Enter');
    await expect(point(one, early)).toContainText('Agreed: 2 Meets');
    await expect(one.locator('#point-at-hand')).toBeFocused();
    await expect(one.locator('#point-at-hand')).toHaveText(late);
  });

  await test.step('they settle the rest by keyboard', async () => {
    await write(other, 3, 'Two cycles, when I read the minutes with your note beside them.');
    await other.keyboard.press('Control+Enter');
    await expect(point(other, late)).toContainText('Their turn');
    // It appears by itself, so that it is read before anything is written.
    await expect(one.getByText('In conference: 3 Strong.')).toBeVisible();
    await write(one, 3, 'Across agencies for one of the two years only.');
    await one.keyboard.press('Control+Enter');
    await expect(one.getByRole('alert')).toContainText('Every score of record is settled');
    await checkPage(one, 'a settled conference');
    await expect(one.getByText('Agreed in conference: 3 Strong.')).toBeVisible();
    await one.getByText(/^The other 54/).press('Enter');
    await expect(one.getByText('Both markers gave 3 Strong.').first()).toBeVisible();
    await expect(one.getByText('so the lower is the score of record').first()).toBeVisible();
    await checkPage(one, 'a settled conference, the rest unfolded');
    await other.reload();
    await expect(other.getByText('Every score of record is settled')).toBeVisible();
  });
});

test('two who cannot agree send it to a third marker, and the median stands', async ({ newcomer }) => {
  const [bronwen, third] = ['Bronwen Demo-Parry', 'Catriona Demo-Baird'];
  const [provider, one, marker] = [await newcomer(), await newcomer(), await newcomer()];

  await test.step('a marker ends the conference by keyboard, with a reason', async () => {
    await signInAs(one, second);
    await follow(one, one.getByRole('table', { name: 'To confer' }).getByRole('link', { name: bronwen }));
    await one.getByRole('button', { name: 'Send to a third marker' }).press('Enter');
    const dialog = one.getByRole('dialog', { name: 'Send to a third marker?' });
    await expect(dialog.getByRole('button', { name: 'Send to a third marker' })).toHaveAccessibleDescription(/MAR-10/);
    await drawn(one);
    await checkPage(one, 'sending to a third marker');
    await dialog.getByLabel('Why the two of you do not agree').focus();
    await one.keyboard.type('We read E5 differently, and more reading does not bring us nearer.');
    await one.keyboard.press('Tab');
    await one.keyboard.press('Enter');
    await expect(one.getByRole('alert')).toContainText('A third marker marks what the two did not agree on');
    await checkPage(one, 'a conference that went to a third marker');
  });

  await test.step('the provider finds somebody who has no part in it', async () => {
    await signInAs(provider, 'Margaret Demo-Ellery');
    const row = provider.getByRole('table', { name: 'Waiting for a marker' }).getByRole('row', { name: bronwen });
    await expect(row).toContainText('Two markers conferred and do not agree on all of it (R12).');
    await row.getByRole('button', { name: 'Allocate' }).click();
    const dialog = provider.getByRole('dialog', { name: `Third marker for ${bronwen}` });
    for (const two of [first, second]) await expect(dialog.getByRole('radio', { name: two })).toBeDisabled();
    await dialog.getByRole('radio', { name: third }).check();
    await dialog.getByRole('button', { name: 'Allocate' }).click();
    await expect(dialog).toBeHidden();
  });

  await test.step('the third marks what is left, without a word of the two', async () => {
    await signInAs(marker, third);
    await follow(marker, marker.getByRole('link', { name: bronwen }));
    await expect(marker.getByText('You are the third marker')).toBeVisible();
    await marker.getByRole('checkbox', { name: 'I declare that I have no conflict of interest' }).check();
    await marker.getByRole('button', { name: 'Begin marking' }).click();
    await expect(tab(marker, 'Standards')).toContainText('0 of 2');
    await drawn(marker);
    await checkPage(marker, 'a third marking');
    for (const two of [first, second]) await expect(marker.locator('body')).not.toContainText(two);
    await markTheRest(marker, () => 2, [], []);
    await tab(marker, 'Seal').click();
    await seal(marker);
  });

  await test.step('all three read how the score of record came about', async () => {
    await follow(marker, marker.getByRole('link', { name: 'See how the scores of record came about' }));
    await one.reload();
    for (const page of [marker, one]) {
      await expect(
        page.getByText('the middle one of the three is the score of record, 2 Meets.').first(),
      ).toBeVisible();
      await expect(page.getByText(`${second} ended the conference`)).toContainText('We read E5 differently');
      await checkPage(page, 'a conference that a third marker settled');
    }
  });
});
