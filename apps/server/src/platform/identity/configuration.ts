import type { BetterAuthOptions } from 'better-auth';
import type { Kysely } from 'kysely';
import type { Log } from '../log.ts';
import type { Settings } from '../settings.ts';
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
export type IdentitySettings = Pick<Settings, 'url' | 'origins' | 'https' | 'secret' | 'demo'> & {
  readonly database: Pick<Settings['database'], 'kind'>;
};

const day = 24 * 60 * 60;

/** better-auth's options. Everything that it leaves open by default and we want closed is closed here. */
export function configuration(db: Kysely<IdentityTables>, settings: IdentitySettings, log: Log): BetterAuthOptions {
  return {
    appName: 'Assay',
    baseURL: settings.url,
    basePath,
    secret: settings.secret,
    trustedOrigins: [...settings.origins],
    database: { db, type: settings.database.kind, transaction: true },
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
    },
    rateLimit: {
      enabled: true,
      // In the database, so that a restart or a second server forgets nothing.
      storage: 'database',
      customRules: {
        // A training room signs in together from one address. With 12 characters
        // and scrypt behind it, 20 a minute is still no use to a guesser.
        '/sign-in/email': { window: 60, max: 20 },
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
