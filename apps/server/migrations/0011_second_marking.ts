import type { Kysely } from 'kysely';

/** Second and third markers, conferences, assessors' queues and external samples, for reading. Filled from the facts. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await reviews(db);
  await markings(db);
  await standings(db);
  await batches(db);
}

async function reviews(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  const add = schema.alterTable('review');
  await add.addColumn('marker', 'text', (c) => c.notNull().defaultTo('first')).execute();
  await add.addColumn('current', 'integer', (c) => c.notNull().defaultTo(1)).execute();
  await add.addColumn('asked', 'integer', (c) => c.notNull().defaultTo(0)).execute();
  await add.addColumn('opened_at', 'text', (c) => c.notNull().defaultTo('')).execute();
  await add.addColumn('sealed_at', 'text').execute();
  await schema.dropIndex('review_of_assessor').execute();
  await schema
    .createIndex('review_of_assessor')
    .on('review')
    .columns(['assessor', 'status', 'sealed_at', 'review'])
    .execute();
  await schema
    .createIndex('review_of_provider')
    .on('review')
    .columns(['provider', 'status', 'opened_at', 'review'])
    .execute();
}

async function markings(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  const add = schema.alterTable('marking');
  for (const name of ['provider', 'candidate'] as const)
    await add.addColumn(name, 'text', (c) => c.notNull().defaultTo('')).execute();
  for (const name of ['attempt', 'round', 'nth'] as const)
    await add.addColumn(name, 'integer', (c) => c.notNull().defaultTo(1)).execute();
  await add.addColumn('due_at', 'text').execute();
  await schema.createIndex('marking_of_provider').on('marking').columns(['provider', 'status', 'cohort']).execute();
  await schema.createIndex('marking_in_order').on('marking').columns(['cohort', 'nth']).execute();
  await schema
    .createTable('mark')
    .addColumn('marking', 'text', (c) => c.notNull())
    .addColumn('marker', 'text', (c) => c.notNull())
    .addColumn('review', 'text', (c) => c.notNull())
    .addColumn('assessor', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('mark_once', ['marking', 'marker'])
    .execute();
  await schema.createIndex('mark_of_assessor').on('mark').columns(['assessor']).execute();
  await schema
    .createTable('conference')
    .addColumn('marking', 'text', (c) => c.notNull())
    .addColumn('round', 'integer', (c) => c.notNull())
    .addColumn('place', 'text', (c) => c.notNull())
    .addColumn('marker', 'text', (c) => c.notNull())
    .addColumn('score', 'integer')
    .addColumn('met', 'integer')
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('conference_once', ['marking', 'round', 'place', 'marker'])
    .execute();
}

async function standings(db: Kysely<unknown>): Promise<void> {
  const add = db.schema.alterTable('standing');
  for (const name of ['in_row', 'seeded', 'seeded_right'] as const)
    await add.addColumn(name, 'integer', (c) => c.notNull().defaultTo(0)).execute();
}

async function batches(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  const add = schema.alterTable('batch');
  await add.addColumn('every_kth', 'integer').execute();
  await add.addColumn('due_at', 'text').execute();
  await add.addColumn('report', 'text').execute();
  await schema.createIndex('batch_of_cohort').on('batch').columns(['cohort', 'status']).execute();
  await schema
    .createTable('external_portfolio')
    .addColumn('batch', 'text', (c) => c.notNull())
    .addColumn('submission', 'text', (c) => c.notNull())
    .addColumn('place', 'integer', (c) => c.notNull())
    .addColumn('reasons', 'text', (c) => c.notNull())
    .addColumn('agrees', 'integer')
    .addColumn('says', 'text')
    .addPrimaryKeyConstraint('external_portfolio_once', ['batch', 'submission'])
    .execute();
  await schema
    .createIndex('external_portfolio_of_submission')
    .on('external_portfolio')
    .columns(['submission'])
    .execute();
}
