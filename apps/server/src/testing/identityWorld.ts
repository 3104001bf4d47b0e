import { openIdentity, type Identity } from '../platform/identity/identity.ts';
import type { IdentityTables } from '../platform/identity/tables.ts';
import type { Oidc } from '../platform/settings.ts';
import { openLog } from '../platform/log.ts';
import { migrate } from '../platform/migrate.ts';
import { openSqlite, type OpenSqlite } from '../platform/sqlite/open.ts';

/** The public address of the worlds below. */
export const testUrl = 'http://127.0.0.1:4310';

/** A fresh migrated database in memory with an identity on it, and a clock for its invitations. */
export async function identityWorld(
  given: { readonly demo?: boolean; readonly url?: string; readonly oidc?: Oidc } = {},
): Promise<AsyncDisposable & { identity: Identity; clock: { now: number } } & Pick<OpenSqlite<IdentityTables>, 'db'>> {
  const { db, dialect, close } = openSqlite<IdentityTables>(':memory:');
  await migrate(db, dialect);
  const clock = { now: Date.UTC(2026, 10, 2, 9) };
  const url = given.url ?? testUrl;
  const identity = await openIdentity({
    db,
    type: 'sqlite',
    settings: {
      url,
      origins: [url],
      https: url.startsWith('https:'),
      secret: 'a test secret of more than 32 characters',
      demo: given.demo ?? false,
      oidc: given.oidc ?? null,
    },
    log: openLog('silent'),
    now: () => clock.now,
  });
  return { db, identity, clock, [Symbol.asyncDispose]: close };
}

/** A POST with a JSON body, as a page of ours sends it. */
export function post(path: string, body: unknown, headers: Record<string, string> = {}): Request {
  return new Request(`${testUrl}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: testUrl, ...headers },
    body: JSON.stringify(body),
  });
}

/** The cookies that a response sets, as a browser sends them back. */
export function cookiesOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.slice(0, cookie.indexOf(';')))
    .join('; ');
}
