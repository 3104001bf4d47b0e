import type { BetterAuthOptions } from 'better-auth';
import { twoFactor } from 'better-auth/plugins/two-factor';
import type { Kysely } from 'kysely';
import type { Log } from '../log.ts';
import type { Settings } from '../settings.ts';
import { markNewSession, sessionFields } from './marks.ts';
import { accountHooks, signOn } from './oidc.ts';
import { longestPassword, shortestPassword } from './passwords.ts';
import type { IdentityTables } from './tables.ts';

/** Where better-auth's own paths begin. */
export const basePath = '/api/auth';

/**
 * The header in which our handler tells better-auth the client's address. The
 * handler overwrites what a client sends under this name.
 */
export const addressHeader = 'x-assay-client-address';

/** What of the settings concerns signing in. */
export type IdentitySettings = Pick<Settings, 'url' | 'origins' | 'https' | 'secret' | 'demo' | 'oidc'>;

const day = 24 * 60 * 60;

/** What better-auth adds to itself: the second factor, and the sign-on service where there is one. */
export const plugins = ({ oidc }: Pick<IdentitySettings, 'oidc'>) => [
  // A person who signs in with the service alone has no password to be asked for.
  twoFactor({ issuer: 'Assay', allowPasswordless: true }),
  signOn(oidc),
];

/** better-auth's options. Everything that it leaves open by default and we want closed is closed here. */
export function configuration({
  db,
  type,
  settings,
  log,
}: {
  readonly db: Kysely<IdentityTables>;
  readonly type: 'sqlite' | 'postgres';
  readonly settings: IdentitySettings;
  readonly log: Log;
}): BetterAuthOptions {
  return {
    appName: 'Assay',
    baseURL: settings.url,
    basePath,
    secret: settings.secret,
    trustedOrigins: [...settings.origins],
    database: { db, type, transaction: true },
    emailAndPassword: {
      enabled: true,
      // People are invited; nobody makes their own account.
      disableSignUp: true,
      // Opening the invitation, or the operator's word, is the proof of the address.
      requireEmailVerification: true,
      minPasswordLength: shortestPassword,
      maxPasswordLength: longestPassword,
    },
    session: {
      expiresIn: 7 * day,
      updateAge: day,
      // A cached session would outlive its end: signing out must be at once.
      cookieCache: { enabled: false },
      additionalFields: sessionFields,
    },
    account: {
      accountLinking: {
        // Said aloud: the service's word for an address counts only for a person who opened their invitation, so that
        // an account made in somebody's name beforehand is not theirs by signing in.
        requireLocalEmailVerified: true,
        trustedProviders: [],
      },
    },
    databaseHooks: { session: { create: { before: markNewSession } }, account: accountHooks(db, settings.oidc) },
    onAPIError: { errorURL: `${settings.url}/sign-in` },
    rateLimit: {
      enabled: true,
      // In the database, so that a restart or a second server forgets nothing.
      storage: 'database',
      customRules: {
        // A training room signs in together from one address. With 12 characters
        // and scrypt behind it, 20 a minute is still no use to a guesser.
        '/sign-in/email': { window: 60, max: 20 },
        '/sign-in/social': { window: 60, max: 20 },
        '/callback/*': { window: 60, max: 60 },
        '/two-factor/*': { window: 60, max: 20 },
        // Asked by every page load, and it reveals nothing: no write for it.
        '/get-session': false,
      },
    },
    advanced: {
      cookiePrefix: 'assay',
      // Said aloud, because better-auth leaves both out where NODE_ENV is "test".
      disableCSRFCheck: false,
      disableOriginCheck: false,
      useSecureCookies: settings.https,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', secure: settings.https },
      ipAddress: { ipAddressHeaders: [addressHeader] },
      // The migrations own the tables, and a test compares them.
      database: { validateSchema: false },
    },
    telemetry: { enabled: false },
    logger: {
      // With "warn" or "error" it also writes refusals to the console, past `log`.
      level: 'info',
      disableColors: true,
      // The message alone: the arguments after it may hold a person's data.
      log: (level, message) => log[level]({ part: 'identity' }, message),
    },
  };
}
