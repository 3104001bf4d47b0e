import type { Database } from '../database.ts';

/** What a person is told by notices, those that are still on their way included. */
export async function toldTo(db: Database, person: string): Promise<string[]> {
  const waiting = await db.selectFrom('outbox').select('payload').where('kind', '=', 'notice').execute();
  const posted = await db.selectFrom('notice').select('says').where('person', '=', person).execute();
  const theirs = waiting.flatMap(({ payload }) => {
    const message: { person: string; says: string } = JSON.parse(payload);
    return message.person === person ? [message.says] : [];
  });
  return [...new Set([...posted.map(({ says }) => says), ...theirs])];
}
