import type { Kysely } from 'kysely';
import type { SignedIn } from './identity.ts';
import type { IdentityTables } from './tables.ts';

/**
 * Whose a session's token is, in one question; null for one that is over or that nobody has. What better-auth's own
 * look-up tells beside that, nobody here asks for.
 */
export async function sessionByToken(db: Kysely<IdentityTables>, token: string, now: number): Promise<SignedIn | null> {
  const row = await db
    .selectFrom('session')
    .innerJoin('user', 'user.id', 'session.userId')
    .select([
      'session.id as session',
      'session.expiresAt',
      'session.secondFactorAt',
      'session.provedAt',
      'user.id',
      'user.name',
      'user.email',
      'user.twoFactorEnabled',
    ])
    .where('session.token', '=', token)
    .executeTakeFirst();
  if (row === undefined || new Date(row.expiresAt).getTime() < now) return null;
  const { session, id, name, email, secondFactorAt, provedAt, twoFactorEnabled } = row;
  return {
    person: { id, name, email },
    sessionId: session,
    secondFactor: { enrolled: Boolean(twoFactorEnabled), passedAt: secondFactorAt },
    provedAt,
  };
}
