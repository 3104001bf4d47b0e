import type { Kysely } from 'kysely';

/**
 * Signed marks of how far the log had come. `previous` is the position of the mark before (0: none), and unique: of
 * two processes that mark the log at once, one is told that the other was faster.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('checkpoint')
    .addColumn('position', 'bigint', (c) => c.primaryKey().notNull())
    .addColumn('previous', 'bigint', (c) => c.notNull().unique())
    .addColumn('digest', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('key', 'text', (c) => c.notNull())
    .addColumn('signature', 'text', (c) => c.notNull())
    .execute();
}
