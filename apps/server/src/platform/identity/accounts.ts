import type { AuthContext } from 'better-auth';

/** What we use of better-auth's inside: its rows, and its way with passwords. */
export type Accounts = {
  readonly internalAdapter: AuthContext['internalAdapter'];
  readonly password: Pick<AuthContext['password'], 'hash' | 'verify'>;
};
