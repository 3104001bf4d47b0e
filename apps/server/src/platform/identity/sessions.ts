import type { Accounts } from './accounts.ts';

/** One sign-in of a person that has not ended. The token stays here: whoever has the id can end a session, not use it. */
export type SessionLine = {
  readonly id: string;
  /** Instants. */
  readonly signedInAt: string;
  readonly endsAt: string;
  /** As the browser calls itself; empty where it said nothing. */
  readonly browser: string;
  readonly address: string;
};

/** A person's sessions, the newest first. */
export async function sessionsOf(auth: Accounts, personId: string): Promise<readonly SessionLine[]> {
  const rows = await auth.internalAdapter.listSessions(personId, { onlyActiveSessions: true });
  return rows
    .map(({ id, createdAt, expiresAt, userAgent, ipAddress }) => ({
      id,
      signedInAt: createdAt.toISOString(),
      endsAt: expiresAt.toISOString(),
      browser: userAgent ?? '',
      address: ipAddress ?? '',
    }))
    .toSorted((a, b) => b.signedInAt.localeCompare(a.signedInAt));
}

/** Ends a person's sessions at once: those that `which` chooses. Answers how many it were. */
export async function endSessions(
  auth: Accounts,
  personId: string,
  which: (sessionId: string) => boolean,
): Promise<number> {
  const rows = await auth.internalAdapter.listSessions(personId);
  const chosen = rows.filter(({ id }) => which(id));
  for (const { token } of chosen) await auth.internalAdapter.deleteSession(token);
  return chosen.length;
}
