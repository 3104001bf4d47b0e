import { sql, type Kysely } from 'kysely';

/**
 * Uploads on their way in, and the text of documents. None of it is a read model: what arrives is no fact until it is
 * evidence. Text and bands are made from the stored files alone, and whatever misses them is read again at start.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('receiving')
    .addColumn('upload', 'text', (c) => c.primaryKey())
    .addColumn('person', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('bytes', 'integer', (c) => c.notNull())
    .addColumn('begun_at', 'text', (c) => c.notNull())
    .addColumn('outcome', 'text')
    .execute();
  await schema.createIndex('receiving_of_person').on('receiving').columns(['person']).execute();
  await schema.createIndex('receiving_by_age').on('receiving').columns(['begun_at']).execute();

  // Words are counted once for a content, in document_text. What was written here counts for nobody's allowance.
  await schema.alterTable('upload').dropColumn('words').execute();
  await schema
    .alterTable('upload')
    .addColumn('brought', 'integer', (c) => c.notNull().defaultTo(0))
    .execute();
  await sql`update upload set brought = 1 where media_type <> 'text/plain'`.execute(db);
  await schema.createIndex('upload_of_person').on('upload').columns(['person', 'brought']).execute();

  await schema
    .createTable('document_text')
    .addColumn('hash', 'text', (c) => c.primaryKey())
    .addColumn('words', 'integer')
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('text', 'text')
    .addColumn('signature', 'text')
    .execute();
  await schema
    .createTable('document_band')
    .addColumn('band', 'integer', (c) => c.notNull())
    .addColumn('key', 'integer', (c) => c.notNull())
    .addColumn('hash', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('document_band_once', ['band', 'key', 'hash'])
    .execute();
  await schema.createIndex('item_of_hash').on('item').columns(['hash']).execute();
}
