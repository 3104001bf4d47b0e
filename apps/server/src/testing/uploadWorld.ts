import { join } from 'node:path';
import { app } from '../app.ts';
import { listen } from '../platform/http/listen.ts';
import { cookiesOf } from './identityWorld.ts';
import type { Kind } from './databases.ts';
import { castOf } from './story.ts';
import { openWorld, password } from './world.ts';

/** Where the pages come from that the server below takes requests of. */
export const origin = 'http://127.0.0.1:4310';

/** A test world with a cast, served on a free port, and ways in for its people. */
export async function uploadWorld(env: Readonly<Record<string, string>> = {}, kind: Kind = 'sqlite') {
  const at = await openWorld(kind, env);
  const cast = await castOf(at);
  const http = app(at.world, at.place.path);
  const server = await listen(http, { host: '127.0.0.1', port: 0 });
  let people = 0;
  // The cast's own candidate is the first.
  let enrolled = 1;

  /** The headers of a page on which this person is signed in. */
  const headersOf = async (person: string, email: string): Promise<Record<string, string>> => {
    const link = await at.world.identity.invitationLink(person);
    await at.world.identity.acceptInvitation(link.split('/').at(-1) ?? '', password);
    const answer = await http.request(
      '/api/auth/sign-in/email',
      {
        method: 'POST',
        headers: { origin, 'content-type': 'application/json' },
        body: JSON.stringify({ email, password }),
      },
      // Each from an address of their own, for signing in is slowed down by address.
      { incoming: { socket: { remoteAddress: `127.0.0.${(people += 1)}` } } },
    );
    return { origin, cookie: cookiesOf(answer) };
  };

  /** A candidate more of the cohort, signed in. */
  const enrol = async () => {
    const [name, seen] = [`Candidate ${(enrolled += 1)}`, enrolled];
    const email = `candidate.${enrolled}@test.example`;
    const given = { ...at.command(), cohort: cast.cohort, seen, name, email, route: 'standard' as const };
    const { candidate, submission } = await cast.staff.cohort.enrol(given);
    return { id: candidate, submission, headers: await headersOf(candidate, email) };
  };

  return {
    ...at,
    cast,
    server,
    headersOf,
    enrol,
    uploads: join(at.place.path, 'files', 'uploads'),
    ask: (path: string, init: RequestInit) => fetch(new URL(path, server.url), init),
    async [Symbol.asyncDispose]() {
      await server.stop();
      await at[Symbol.asyncDispose]();
    },
  };
}
