import { hashPassword } from 'better-auth/crypto';
import type { Scratch } from './scratch.ts';

/** Somebody who has an account. */
export interface Someone {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/** The hash of a password, as sign-in compares with: slow on purpose, so it is made once for everybody. */
export const hashOnce = (password: string): Promise<string> => hashPassword(password);

/** Makes accounts with a password of which the hash is known; the addresses count as proved. */
export function enterPeople({ connection }: Scratch, people: readonly Someone[], hash: string, at: string): void {
  const user = connection.prepare(
    'insert into user (id, name, email, emailVerified, createdAt, updatedAt) values (?, ?, ?, 1, ?, ?)',
  );
  const account = connection.prepare(
    `insert into account (id, accountId, providerId, userId, password, createdAt, updatedAt)
      values (?, ?, 'credential', ?, ?, ?, ?)`,
  );
  connection.transaction(() => {
    for (const { id, name, email } of people) {
      user.run(id, name, email, at, at);
      account.run(`account-${id}`, id, id, hash, at, at);
    }
  })();
}
