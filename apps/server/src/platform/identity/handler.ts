import type { Kysely } from 'kysely';
import { z } from 'zod';
import { addressHeader, basePath } from './configuration.ts';
import { doorAt, type Door } from './doors.ts';
import { learnt } from './learnt.ts';
import { oidcId } from './oidc.ts';
import { passwordRefusal } from './passwords.ts';
import { guessedBy } from './guesses.ts';
import { beginAttempt } from './proofDelay.ts';
import { inSentences, refusalIn, says } from './sentences.ts';
import type { IdentityTables } from './tables.ts';
import type { Person } from './person.ts';

/** What is known of the one who asks, beyond what better-auth looks at itself. */
export type Asking = {
  readonly person: Person;
  readonly sessionId: string;
  readonly secondFactor: { readonly enrolled: boolean; readonly passedAt: string | null };
};

export type Parts = {
  readonly db: Kysely<IdentityTables>;
  /** better-auth's own handler. */
  readonly handle: (request: Request) => Promise<Response>;
  readonly session: (headers: Headers) => Promise<Asking | null>;
  readonly url: string;
  readonly signOn: boolean;
  /** Milliseconds since 1970. */
  readonly now: () => number;
};

type Body = Readonly<Record<string, unknown>>;

/** What better-auth answers where a password or code was looked at and was wrong. */
const wrong: ReadonlySet<string> = new Set([
  'INVALID_EMAIL_OR_PASSWORD',
  'INVALID_PASSWORD',
  'INVALID_CODE',
  'INVALID_BACKUP_CODE',
]);
const codes: ReadonlySet<string> = new Set(['/two-factor/verify-totp', '/two-factor/verify-backup-code']);

/**
 * Answers a request under `/api/auth`.
 *
 * @param clientAddress where the request comes from, or null when that is not known: those share one sign-in limit.
 */
export async function answer(parts: Parts, request: Request, clientAddress: string | null): Promise<Response> {
  const path = new URL(request.url).pathname.slice(basePath.length);
  const door = doorAt(request.method, path, parts.signOn);
  if (door === undefined) return says(404, 'There is nothing at this address.');
  const headers = new Headers(request.headers);
  headers.delete(addressHeader);
  if (clientAddress !== null) headers.set(addressHeader, clientAddress);
  if (request.method !== 'POST')
    return learnt.run({ vouched: false }, () => parts.handle(new Request(request.url, { headers })));

  const given = await bodyOf(request, door);
  const body = path === '/sign-in/social' ? toService(given, parts.url) : given;
  const asking = door.counts === 'person' ? await parts.session(headers) : null;
  const refused = asking === null ? null : await refusedFirst(path, door, asking, body);
  if (refused !== null) return refused;

  const plain = new Request(request.url, { method: 'POST', headers, body: JSON.stringify(body) });
  const guessed = await guessedBy(parts.db, {
    door,
    personId: asking?.person.id ?? null,
    email: body['email'],
    headers,
  });
  const send = () => learnt.run({ vouched: false }, () => parts.handle(plain));
  if (guessed === null) return inSentences(await send());
  const attempt = await beginAttempt(parts.db, guessed, parts.now());
  if (!attempt.ok) return says(429, attempt.says, attempt.error, attempt.retryAfterSeconds);
  const response = await send();
  const code = response.ok ? null : (await refusalIn(response.clone()))?.code;
  await attempt.settle(response.ok ? 'right' : wrong.has(code ?? '') ? 'wrong' : 'void');
  if (response.ok && asking !== null) await noteFactor(parts, path, asking);
  return inSentences(response);
}

/** What we refuse ourselves before better-auth looks at it. */
async function refusedFirst(
  path: string,
  door: Door,
  { person, secondFactor }: Asking,
  body: Body,
): Promise<Response | null> {
  if (door.guarded === true && secondFactor.enrolled && secondFactor.passedAt === null)
    return says(403, 'Enter a code from your authenticator first.', 'SECOND_FACTOR_MISSING');
  // better-auth would take a backup code of an authenticator that was never confirmed, and with it a password alone.
  if (path === '/two-factor/verify-backup-code' && !secondFactor.enrolled)
    return says(400, 'No authenticator is set up for this account.', 'TOTP_NOT_ENABLED');
  const chosen = body['newPassword'];
  if (typeof chosen !== 'string') return null;
  const { name, email } = person;
  const refusal = await passwordRefusal(chosen, [name, email, ...email.split('@')]);
  return refusal === null ? null : says(422, refusal.says, refusal.error);
}

/**
 * A code shown in a session that was there already: better-auth lets the session stand, and begins another only at the
 * first code. And where the authenticator is turned off, no session of the person has passed it any more.
 */
async function noteFactor({ db, now }: Parts, path: string, { person, sessionId }: Asking): Promise<void> {
  const passed = new Date(now()).toISOString();
  if (codes.has(path))
    await db.updateTable('session').set({ secondFactorAt: passed }).where('id', '=', sessionId).execute();
  if (path === '/two-factor/disable')
    await db.updateTable('session').set({ secondFactorAt: null }).where('userId', '=', person.id).execute();
}

async function bodyOf(request: Request, { fields }: Door): Promise<Body> {
  const read: unknown = await request.json().catch(() => null);
  const given = z.record(z.string(), z.unknown()).catch({}).parse(read);
  return Object.fromEntries(fields.filter((field) => field in given).map((field) => [field, given[field]]));
}

/** A page of ours to come back to, never an address that somebody else put into the link. */
const page = z
  .string()
  .regex(/^\/(?![/\\])/)
  .max(500)
  .catch('/');

function toService({ to }: Body, url: string): Body {
  const back = page.parse(to);
  return {
    provider: oidcId,
    callbackURL: `${url}${back}`,
    errorCallbackURL: `${url}/sign-in?to=${encodeURIComponent(back)}`,
    disableRedirect: true,
  };
}
