import type { Kysely } from 'kysely';

/** What keeps the record provable, and people's data no longer than they are needed. None of it is a read model. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  // Signed marks of how far the log had come. `previous` is the position of the mark before (0: none), and unique: of
  // two processes that mark the log at once, one is told that the other was faster.
  await schema
    .createTable('checkpoint')
    .addColumn('position', 'bigint', (c) => c.primaryKey().notNull())
    .addColumn('previous', 'bigint', (c) => c.notNull().unique())
    .addColumn('digest', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('key', 'text', (c) => c.notNull())
    .addColumn('signature', 'text', (c) => c.notNull())
    .execute();

  await schema
    .createTable('access_request')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('person', 'text', (c) => c.notNull())
    .addColumn('asked_by', 'text', (c) => c.notNull())
    .addColumn('asked_at', 'text', (c) => c.notNull())
    .addColumn('answered_at', 'text')
    .execute();
  await schema.createIndex('access_request_of_person').on('access_request').columns(['person', 'asked_at']).execute();

  await schema
    .createTable('erasure')
    .addColumn('person', 'text', (c) => c.primaryKey().notNull())
    .addColumn('by', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('files', 'integer', (c) => c.notNull())
    .execute();
  // Files that nobody is meant to have any more; each is deleted once no row refers to it.
  await schema
    .createTable('doomed_file')
    .addColumn('hash', 'text', (c) => c.primaryKey().notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .execute();
  // When a file came in; null for those that came before this was noted.
  await schema.alterTable('upload').addColumn('noted_at', 'text').execute();
  await schema.createIndex('operations_upload_person').on('upload').columns(['person']).execute();
  await schema.createIndex('operations_item_candidate').on('item').columns(['candidate']).execute();
  await schema.createIndex('operations_item_hash').on('item').columns(['hash']).execute();
  await schema.createIndex('operations_award_release').on('award').columns(['released_at']).execute();
}
