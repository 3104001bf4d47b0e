import type { Unit } from '../../record/unit.ts';

/** The version at which a record stands: what somebody who has just looked at it would name. */
export async function versionOf(unit: Unit, id: string): Promise<number> {
  const row = await (
    await unit.tables()
  )
    .selectFrom('stream')
    .select('version')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.version ?? 0;
}
