import { base32 } from '@better-auth/utils/base32';
import { createOTP } from '@better-auth/utils/otp';
import type { Page } from '@playwright/test';

import { startEmptyServer } from './demoServer.ts';
import { checkPage, expect, test } from './fixtures.ts';
import { settled, signInAs } from './person.ts';

/** What is typed into an authenticator app, read from the page as a person reads it; answers its code at any moment. */
async function authenticatorOf(page: Page): Promise<() => Promise<string>> {
  const uri = await page.getByText(/^otpauth:/).innerText();
  const secret = new URL(uri).searchParams.get('secret') ?? '';
  await expect(page.getByText(secret.replaceAll(/(.{4})(?=.)/g, '$1 '), { exact: true })).toBeVisible();
  const app = createOTP(base32.decode(secret));
  return () => app.totp();
}

const codeField = (page: Page) => page.getByLabel('Code from your authenticator');
const passwordField = (page: Page) => page.getByLabel('Your password', { exact: true });

async function setUpAuthenticator(page: Page, password: string) {
  await page.getByRole('button', { name: 'Set up an authenticator' }).click();
  await passwordField(page).fill(password);
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByRole('img', { name: /^QR code/ })).toBeVisible();
  await checkPage(page, 'setting an authenticator up');
  const code = await authenticatorOf(page);
  const codes = await page.getByRole('list', { name: 'Backup codes' }).getByRole('listitem').allInnerTexts();
  await codeField(page).fill(await code());
  await page.getByRole('button', { name: 'Turn it on' }).click();
  return { code, codes };
}

async function signInWithPassword(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

test.describe('in the demonstration', () => {
  test.use({
    expected: ['400 auth/two-factor/disable', '401 auth/two-factor/verify-totp', '422 auth/change-password'],
  });

  test('a person sets an authenticator up, signs in with it, sees where they are signed in, and ends it', async ({
    page,
    newcomer,
  }) => {
    const [name, password] = ['Amina Demo-Okafor', 'assay demo 2026'];
    await signInAs(page, name);
    await page.getByRole('banner').getByRole('button', { name }).click();
    const address = await page.getByText(/@demo\.example/).innerText();
    await page.getByRole('link', { name: 'Your account' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Your account' })).toBeVisible();
    await checkPage(page, 'the account');
    const { code, codes } = await setUpAuthenticator(page, password);
    await expect(page.getByText('10 backup codes are left.')).toBeVisible();
    await checkPage(page, 'an authenticator that is on');

    const other = await newcomer();
    await other.goto('/sign-in');
    await signInWithPassword(other, address, password);
    await expect(other.getByRole('heading', { level: 1, name: 'One more step' })).toBeVisible();
    await checkPage(other, 'the second step of signing in');
    await codeField(other).fill('nonsense');
    await other.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(other.getByRole('alert')).toContainText('That is not the code that your authenticator shows now.');
    await codeField(other).fill(await code());
    await other.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(other.getByRole('banner').getByRole('button', { name })).toBeVisible();

    await page.reload();
    await settled(page);
    const sessions = page.getByRole('region', { name: 'Where you are signed in' });
    await expect(sessions.getByRole('listitem')).toHaveCount(2);
    await sessions.getByRole('button', { name: /^Sign out Chrome/ }).click();
    await expect(sessions.getByRole('listitem')).toHaveCount(1);
    await other.goto('/candidate');
    await expect(other.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();

    await signInWithPassword(other, address, password);
    await other.getByRole('button', { name: 'Use a backup code' }).click();
    await checkPage(other, 'a backup code at sign-in');
    await other.getByLabel('Backup code', { exact: true }).fill(codes[0] ?? '');
    await other.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(other.getByRole('banner').getByRole('button', { name })).toBeVisible();

    const change = async (chosen: string) => {
      await page.getByLabel('Your password now', { exact: true }).fill(password);
      await page.getByLabel('New password', { exact: true }).fill(chosen);
      await page.getByLabel('The new password again', { exact: true }).fill(chosen);
      await page.getByRole('button', { name: 'Change the password' }).click();
    };
    await change('Password1234');
    await expect(page.getByRole('alert')).toContainText('This password is a common one');

    await page.getByRole('button', { name: 'Turn off' }).click();
    await passwordField(page).fill('not my password');
    await page.getByRole('button', { name: 'Turn it off' }).click();
    await expect(page.getByRole('alert').first()).toContainText('That is not your password.');
    await passwordField(page).fill(password);
    await page.getByRole('button', { name: 'Turn it off' }).click();
    await expect(page.getByRole('button', { name: 'Set up an authenticator' })).toBeVisible();
  });
});

test('the first administrator sets an authenticator up before anything else is open', async ({ newcomer }) => {
  const server = await startEmptyServer();
  try {
    await expect.poll(() => server.said()).toContain('/setup/');
    const link = /http\S+\/setup\/\S+/.exec(server.said())?.[0] ?? '';
    const [email, password] = ['ada@example.org', 'seven green lanterns at dusk'];
    const page = await newcomer();
    await page.goto(link);
    await page.getByLabel('Your name').fill('Ada Byron');
    await page.getByLabel('E-mail address').fill(email);
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Make the first administrator' }).click();
    await expect(page.getByText('Your work as administrator is waiting')).toBeVisible();
    await checkPage(page, 'an account that waits for a second factor');
    await page.goto(`${server.url}/providers`);
    await expect(page).toHaveURL(/\/account\?to=/);
    const { code } = await setUpAuthenticator(page, password);
    await expect(page.getByRole('heading', { level: 1, name: 'Providers' })).toBeVisible();

    const next = await newcomer();
    await next.goto(`${server.url}/providers`);
    await signInWithPassword(next, email, password);
    await codeField(next).fill(await code());
    await next.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(next.getByRole('heading', { level: 1, name: 'Providers' })).toBeVisible();
  } finally {
    await server.stop();
  }
});
