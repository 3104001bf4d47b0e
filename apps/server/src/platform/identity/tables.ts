/**
 * The columns of the identity tables that we read ourselves. The rest, and all
 * of `session`, `account`, `verification` and `rateLimit`, is better-auth's
 * own affair; migration 0001 has the whole.
 */
export type IdentityTables = {
  user: { id: string; name: string; email: string };
  /** One open invitation per person. `tokenHash` is SHA-256 in hex, `expiresAt` milliseconds since 1970. */
  invitation: { personId: string; tokenHash: string; expiresAt: number };
};
