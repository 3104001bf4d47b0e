/** Sign-in is plain HTTP beside tRPC: the answer sets the session's cookie. */
const post = async (path: string, body: unknown): Promise<string | null> => {
  try {
    const answer = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    // Read in any case: an answer left unread counts as a request under way.
    const said: unknown = await answer.json().catch(() => null);
    if (answer.ok) return null;
    return sentence(said) ?? `The server answered ${answer.status}.`;
  } catch {
    return 'The server did not answer. Try again in a moment.';
  }
};

const sentence = (said: unknown): string | null => {
  if (typeof said !== 'object' || said === null) return null;
  if ('error' in said && typeof said.error === 'string') return said.error;
  if ('message' in said && typeof said.message === 'string') return said.message;
  return null;
};

/** Each answers null when it worked, or the sentence that says why not. */
export const signInWithPassword = (email: string, password: string) =>
  post('/api/auth/sign-in/email', { email, password });

export const signInAsDemoPerson = (person: string) => post('/api/demo/sign-in', { person });

export const setUpAdministrator = (given: { token: string; name: string; email: string; password: string }) =>
  post('/api/setup', given);

export const setFirstPassword = (token: string, password: string) => post('/api/welcome', { token, password });
