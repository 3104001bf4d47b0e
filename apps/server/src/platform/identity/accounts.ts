import type { AuthContext } from 'better-auth';

/** What we use of better-auth's inside: its rows, its way with passwords, and the key that its secrets are kept under. */
export type Accounts = {
  readonly internalAdapter: AuthContext['internalAdapter'];
  readonly adapter: Pick<AuthContext['adapter'], 'findOne' | 'deleteMany'>;
  readonly password: Pick<AuthContext['password'], 'hash' | 'verify'>;
  readonly secretConfig: AuthContext['secretConfig'];
};
