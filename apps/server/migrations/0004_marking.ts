import { sql, type Kysely } from 'kysely';
import { MigrationError } from '../src/platform/migrationFiles.ts';

/** Where the scores of record of each submission stand, and how each assessor does. Rebuilt from the facts, as every read model. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await refuseEarlierFacts(db);
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

/** Facts from before markings lack what every state rests on now, and nothing may be made up for them. */
async function refuseEarlierFacts(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ facts: number }>`select count(*) as facts from fact`.execute(db);
  if ((rows[0]?.facts ?? 0) > 0)
    throw new MigrationError(
      'This database was written by a version of Assay that knew no markings, and its record cannot be carried over. Nothing was changed. Keep the file, and start with another: set DATABASE_URL, or move the file away.',
    );
}
