import { z } from 'zod';
import { post, testUrl } from './identityWorld.ts';

/** What answers a request: an app, or a part of one. */
export type Answering = (request: Request) => Response | Promise<Response>;

const deleted = /(?:max-age=0|expires=thu, 01 jan 1970)/i;

/** A browser with cookies of its own, as far as signing in needs one. */
export function browser(ask: Answering) {
  const jar = new Map<string, string>();
  const keep = (response: Response) => {
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const name = pair.slice(0, pair.indexOf('='));
      if (deleted.test(line)) jar.delete(name);
      else jar.set(name, pair.slice(name.length + 1));
    }
    return response;
  };
  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  return {
    jar,
    headers: () => new Headers({ cookie: cookie() }),
    post: async (path: string, body: unknown = {}) => keep(await ask(post(path, body, { cookie: cookie() }))),
    get: async (path: string) =>
      keep(await ask(new Request(new URL(path, testUrl), { headers: { cookie: cookie() } }))),
  };
}

export type Browser = ReturnType<typeof browser>;

const setUp = z.object({ totpURI: z.string(), backupCodes: z.array(z.string()) });

/** What the first step of setting up an authenticator shows. */
export const setUpOf = async (response: Response) => setUp.parse(await response.json());

const says = z.object({ message: z.string(), code: z.string().optional() });

/** A refusal's status, code and sentence. */
export async function refusalOf(
  response: Response,
): Promise<{ status: number; code?: string | undefined; message: string }> {
  return { status: response.status, ...says.parse(await response.json()) };
}
