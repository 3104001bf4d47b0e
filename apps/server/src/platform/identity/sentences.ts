import { z } from 'zod';

/** What better-auth says in a few words, in sentences that say how to go on. */
const sentences: Readonly<Record<string, string>> = {
  INVALID_EMAIL_OR_PASSWORD: 'E-mail address and password do not belong together. Check both and try again.',
  INVALID_EMAIL: 'That is not an e-mail address.',
  INVALID_PASSWORD: 'That is not your password. Check it and try again.',
  EMAIL_NOT_VERIFIED: 'Open the link of your invitation first.',
  CREDENTIAL_ACCOUNT_NOT_FOUND: 'You have no password yet. Ask for an invitation to choose one.',
  PASSWORD_TOO_LONG: 'This password is too long.',
  INVALID_CODE: 'That is not the code that your authenticator shows now. Wait for the next one and try again.',
  INVALID_BACKUP_CODE: 'That is none of your backup codes, or it has been used.',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'Too many wrong codes. Sign in with your password again.',
  ACCOUNT_TEMPORARILY_LOCKED: 'Too many wrong codes. Wait for at most 15 minutes, then sign in again.',
  INVALID_TWO_FACTOR_COOKIE: 'Too much time has passed since your password. Sign in with it again.',
  TOTP_NOT_ENABLED: 'No authenticator is set up for this account.',
  TOTP_ALREADY_ENABLED: 'An authenticator is set up already. Turn it off first to set up another.',
  TWO_FACTOR_NOT_ENABLED: 'No authenticator is set up for this account.',
  BACKUP_CODES_NOT_ENABLED: 'No authenticator is set up for this account.',
  UNAUTHORIZED: 'Please sign in first.',
  SESSION_EXPIRED: 'Please sign in again.',
  PROVIDER_NOT_FOUND: 'The sign-on service does not answer now. Sign in with your password, or try again later.',
};

const refusalShape = z.object({ code: z.string().optional(), message: z.string() });

/** What better-auth refuses with; null where the answer is nothing of the kind. */
export async function refusalIn(response: Response): Promise<z.infer<typeof refusalShape> | null> {
  const read: unknown = await response.json().catch(() => null);
  return refusalShape.nullable().catch(null).parse(read);
}

/** The same answer with a sentence of ours where better-auth has only a few words. */
export async function inSentences(response: Response): Promise<Response> {
  if (response.ok) return response;
  const refusal = await refusalIn(response.clone());
  const waits = response.headers.get('x-retry-after');
  const message =
    waits === null
      ? sentences[refusal?.code ?? '']
      : `Too many requests from where you are. Try again in ${waits} seconds.`;
  if (refusal === null || message === undefined) return response;
  const headers = new Headers(response.headers);
  headers.delete('content-length');
  if (waits !== null) headers.set('retry-after', waits);
  return Response.json({ ...refusal, message }, { status: response.status, headers });
}

/** A refusal of our own, in the shape of better-auth's. */
export function says(status: number, error: string, code?: string, retryAfter?: number): Response {
  return Response.json(
    { error, message: error, ...(code !== undefined && { code }) },
    { status, headers: retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) } },
  );
}
