import type { Kysely } from 'kysely';

/** Where the scores of record of each submission stand, and how each assessor does. Rebuilt from the facts, as every read model. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('marking')
    .addColumn('marking', 'text', (c) => c.primaryKey())
    .addColumn('submission', 'text', (c) => c.notNull())
    .addColumn('cohort', 'text', (c) => c.notNull())
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .execute();
  await schema.createIndex('marking_of_submission').on('marking').columns(['submission']).execute();
  await schema.createIndex('marking_of_cohort').on('marking').columns(['cohort', 'status']).execute();

  await schema
    .createTable('standing')
    .addColumn('standing', 'text', (c) => c.primaryKey())
    .addColumn('assessor', 'text', (c) => c.notNull())
    .addColumn('provider', 'text', (c) => c.notNull())
    .addColumn('light', 'text', (c) => c.notNull())
    .addColumn('moderated', 'integer', (c) => c.notNull())
    .addUniqueConstraint('standing_once', ['provider', 'assessor'])
    .execute();
}
