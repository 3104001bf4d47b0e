/** What a sign-in address answers: its data, or the sentence that says why not. */
export type Entered = { readonly ok: true; readonly data: unknown } | { readonly ok: false; readonly says: string };

/** Signing in is plain HTTP beside tRPC: the answer sets the session's cookie. Never throws. */
export const enter = async (path: string, body: unknown = {}): Promise<Entered> => {
  try {
    const answer = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    // Read in any case: an answer left unread counts as a request under way.
    const data: unknown = await answer.json().catch(() => null);
    if (answer.ok) return { ok: true, data };
    return { ok: false, says: sentence(data) ?? `The server answered ${answer.status}.` };
  } catch {
    return { ok: false, says: 'The server did not answer. Try again in a moment.' };
  }
};

/** Null when it worked, or the sentence that says why not. */
export const refusal = (entered: Entered): string | null => (entered.ok ? null : entered.says);

const sentence = (said: unknown): string | null => {
  if (typeof said !== 'object' || said === null) return null;
  if ('error' in said && typeof said.error === 'string') return said.error;
  if ('message' in said && typeof said.message === 'string') return said.message;
  return null;
};

/** Shows a code: of the authenticator, or one of the backup codes, each of which works once. */
export const showCode = (kind: 'authenticator' | 'backup', code: string): Promise<Entered> =>
  enter(kind === 'backup' ? '/api/auth/two-factor/verify-backup-code' : '/api/auth/two-factor/verify-totp', {
    code: kind === 'backup' ? code.trim() : code.replaceAll(/\D/g, ''),
  });
