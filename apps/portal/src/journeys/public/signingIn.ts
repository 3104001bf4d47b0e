import { enter, refusal } from '../../shared/entering.ts';

const has = (data: unknown, key: string): boolean => typeof data === 'object' && data !== null && key in data;

/** How far a password leads: into a session, to the code that is still asked for, or nowhere. */
export type Signed = 'in' | 'codeAsked' | { readonly says: string };

export const signInWithPassword = async (email: string, password: string): Promise<Signed> => {
  const entered = await enter('/api/auth/sign-in/email', { email, password });
  if (!entered.ok) return { says: entered.says };
  return has(entered.data, 'twoFactorRedirect') ? 'codeAsked' : 'in';
};

export const signInAsDemoPerson = async (person: string): Promise<Signed> => {
  const entered = await enter('/api/demo/sign-in', { person });
  return entered.ok ? 'in' : { says: entered.says };
};

/** Leaves for the organisation's sign-on service, which sends the browser back to `to`. Answers only where that fails. */
export const leaveForSignOn = async (to: string | undefined): Promise<string | null> => {
  const entered = await enter('/api/auth/sign-in/social', { to: to ?? '/' });
  if (!entered.ok) return entered.says;
  const { data } = entered;
  if (typeof data !== 'object' || data === null || !('url' in data) || typeof data.url !== 'string')
    return 'The sign-on service could not be reached. Try again later.';
  window.location.assign(data.url);
  return null;
};

/** Each answers null when it worked, or the sentence that says why not. */
export const setUpAdministrator = async (given: { token: string; name: string; email: string; password: string }) =>
  refusal(await enter('/api/setup', given));

export const setFirstPassword = async (token: string, password: string) =>
  refusal(await enter('/api/welcome', { token, password }));

/** Opens an invitation for somebody who signs in with the sign-on service and needs no password. */
export const openInvitation = async (token: string) => refusal(await enter('/api/welcome/open', { token }));

const sentences: Readonly<Record<string, string>> = {
  signup_disabled:
    'Nobody invited the address that the sign-on service knows you by. Ask your training provider for an invitation to it.',
  account_not_linked:
    'Open the link of your invitation first. If you have, the sign-on service has not verified your address, or knows you by another one.',
  access_denied: 'The sign-on service did not let you in.',
};

/** Why the sign-on service's way back did not lead in, by the word in the address. */
export const signOnProblem = (error: string): string =>
  sentences[error] ?? 'Signing in with the sign-on service did not work. Try once more from this page.';
