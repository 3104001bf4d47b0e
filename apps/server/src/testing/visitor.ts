import { z } from 'zod';
import { app } from '../app.ts';
import { authenticator } from './authenticator.ts';
import { browser, setUpOf } from './browser.ts';
import { password, type TestWorld } from './world.ts';

const answered = z.object({ result: z.object({ data: z.unknown() }) });
const failed = z.object({ error: z.object({ message: z.string(), data: z.object({ httpStatus: z.number() }) }) });

/** What a procedure answers over HTTP: its data, or status and sentence of its refusal. */
export type Said = { readonly data: unknown } | { readonly status: number; readonly says: string };

/** Opens browsers on the whole app of a world. `signIn` goes as far as a password leads. */
export function visitors({ world, place }: Pick<TestWorld, 'world' | 'place'>) {
  const http = app(world, place.path);
  let visits = 0;
  const visit = () => {
    // Everybody from an address of their own, as the limits of an address are not what is looked at here.
    const remoteAddress = `192.0.2.${(visits += 1)}`;
    const one = browser(async (request) =>
      http.request(request, undefined, { incoming: { socket: { remoteAddress } } }),
    );
    const said = async (answer: Response): Promise<Said> => {
      const body: unknown = await answer.json();
      if (answer.ok) return { data: answered.parse(body).result.data };
      const { error } = failed.parse(body);
      return { status: error.data.httpStatus, says: error.message };
    };
    return {
      ...one,
      query: async (path: string, input?: unknown) =>
        said(
          await one.get(
            `/api/trpc/${path}${input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(input))}`}`,
          ),
        ),
      mutate: async (path: string, input?: unknown) => said(await one.post(`/api/trpc/${path}`, input)),
      /** Sets up an authenticator and passes it. */
      async enrol() {
        const shown = await setUpOf(await one.post('/api/auth/two-factor/enable', { password }));
        const phone = authenticator(shown.totpURI);
        const confirmed = await one.post('/api/auth/two-factor/verify-totp', { code: await phone.code() });
        if (!confirmed.ok) throw new Error(`confirming answered ${confirmed.status}`);
        return phone;
      },
    };
  };

  const signIn = async (name: string) => {
    const one = visit();
    const email = `${name.toLowerCase().replaceAll(' ', '.')}@test.example`;
    const answer = await one.post('/api/auth/sign-in/email', { email, password });
    if (!answer.ok) throw new Error(`sign-in answered ${answer.status}: ${await answer.text()}`);
    return one;
  };
  return { visit, signIn };
}
