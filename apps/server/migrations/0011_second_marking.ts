import { sql, type Kysely } from 'kysely';

/** Second and third markers, conferences, assessors' queues, external samples and proposed releases, for reading. */
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
  // Until now there were first markers only, so what is missing is in the facts that are there.
  await sql`update review set
    opened_at = (select at from fact where stream = review.review and version = 1),
    sealed_at = case when status = 'sealed' then
      (select max(at) from fact where stream = review.review and type = 'ReviewSealed') end`.execute(db);
  const opened = await sql<{ id: string; context: string }>`
    select id, context from stream where workflow = 'review'`.execute(db);
  for (const { id, context } of opened.rows) {
    const { scope }: { scope: { standards: readonly string[] } } = JSON.parse(context);
    await sql`update review set asked = ${scope.standards.length} where review = ${id}`.execute(db);
  }
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
  await sql`update marking set
    provider = (select provider from submission where submission.submission = marking.submission),
    candidate = (select candidate from submission where submission.submission = marking.submission),
    attempt = (select attempt from submission where submission.submission = marking.submission),
    round = 1 + (select count(*) from fact where stream = marking.marking and type = 'MarkingReopened'),
    nth = (select count(*) from marking as before, fact as theirs, fact as own
      where before.cohort = marking.cohort
      and theirs.stream = before.marking and theirs.version = 1
      and own.stream = marking.marking and own.version = 1
      and theirs.position <= own.position)`.execute(db);
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
  await sql`insert into mark (marking, marker, review, assessor)
    select marking.marking, 'first', review.review, review.assessor
    from marking join review on review.submission = marking.submission
    where review.sealed_at is not null or review.round > 1`.execute(db);
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
  const kept = await sql<{ id: string; context: string }>`
    select id, context from stream where workflow = 'standing'`.execute(db);
  for (const { id, context } of kept.rows) {
    const { row }: { row: readonly string[] } = JSON.parse(context);
    await sql`update standing set in_row = ${row.length} where standing = ${id}`.execute(db);
  }
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
