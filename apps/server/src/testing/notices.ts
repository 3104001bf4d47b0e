import type { Notice } from '../record/message.ts';

import type { World } from '../world.ts';

/** What a person was told, in order: as it was posted with the facts, whether or not it has been delivered yet. */
export async function toldTo({ db }: World, person: string): Promise<string[]> {
  const rows = await db.selectFrom('outbox').select('payload').orderBy('created_at').orderBy('id').execute();
  return rows.flatMap(({ payload }) => {
    const { person: to, says }: Notice = JSON.parse(payload);
    return to === person ? [says] : [];
  });
}
