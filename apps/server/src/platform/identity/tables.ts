import type { Generated } from 'kysely';

/**
 * The columns of the identity tables that we read ourselves. The rest, and all
 * of `account`, `verification`, `rateLimit` and `twoFactor`, is better-auth's
 * own affair; migrations 0001 and 0006 have the whole. Instants are text.
 */
export type IdentityTables = {
  /** `twoFactorEnabled`: 0 or 1 on SQLite. */
  user: { id: string; name: string; email: string; twoFactorEnabled: Generated<boolean | number | null> };
  session: {
    id: string;
    userId: string;
    token: string;
    /** Text on SQLite. */
    expiresAt: Date | string;
    ipAddress: string | null;
    /** When this session passed a second factor; null while it has not. */
    secondFactorAt: string | null;
    /** When the person last proved in this session who they are, after signing in. */
    provedAt: string | null;
  };
  /** One open invitation per person. `tokenHash` is SHA-256 in hex, `expiresAt` milliseconds since 1970. */
  invitation: { personId: string; tokenHash: string; expiresAt: number };
  /** Wrong passwords and codes in a row, and until when the next one is not even looked at. See `proofDelay.ts`. */
  proofDelay: { subject: string; place: string; failures: number; until: string };
};
