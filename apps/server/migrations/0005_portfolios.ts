import { sql, type Kysely } from 'kysely';

/** Who stands where on a portfolio, and what is sent when a deadline passes. Rebuilt from the facts, as every read model. */
export async function up(db: Kysely<unknown>, kind: 'sqlite' | 'postgres'): Promise<void> {
  const { schema } = db;
  // SQLite's integers have room for every fact there will be.
  if (kind === 'postgres') await sql`alter table fact alter column position type bigint`.execute(db);
  await schema
    .createTable('belonging')
    .addColumn('stream', 'text', (c) => c.notNull())
    .addColumn('portfolio', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('belonging_once', ['stream', 'portfolio'])
    .execute();
  await schema.createIndex('belonging_of_portfolio').on('belonging').columns(['portfolio']).execute();
  await schema
    .createTable('involvement')
    .addColumn('stream', 'text', (c) => c.notNull())
    .addColumn('person', 'text', (c) => c.notNull())
    .addColumn('role', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('involvement_once', ['stream', 'person', 'role'])
    .execute();
  await schema.createIndex('involvement_of_person').on('involvement').columns(['person']).execute();
  await schema
    .createTable('deadline')
    .addColumn('stream', 'text', (c) => c.primaryKey())
    .addColumn('workflow', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('clock', 'text', (c) => c.notNull())
    .addColumn('command', 'text')
    .execute();
  await schema.createIndex('deadline_due').on('deadline').columns(['command', 'at']).execute();
}
