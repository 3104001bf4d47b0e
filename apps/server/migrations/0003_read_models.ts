import type { Kysely } from 'kysely';

/** What the screens read. Every table here can be rebuilt from the facts alone. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('provider')
    .addColumn('provider', 'text', (c) => c.primaryKey())
    .addColumn('name', 'text', (c) => c.notNull())
    .execute();
  await schema
    .createTable('appointment')
    .addColumn('person', 'text', (c) => c.notNull())
    .addColumn('role', 'text', (c) => c.notNull())
    .addColumn('provider', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('appointment_once', ['person', 'role', 'provider'])
    .execute();
  await schema.createIndex('appointment_of_provider').on('appointment').columns(['provider', 'role']).execute();
  await schema
    .createTable('cohort')
    .addColumn('cohort', 'text', (c) => c.primaryKey())
    .addColumn('provider', 'text', (c) => c.notNull())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('opens_on', 'text', (c) => c.notNull())
    .addColumn('due_on', 'text', (c) => c.notNull())
    .addColumn('status', 'text', (c) => c.notNull())
    .execute();
  await schema.createIndex('cohort_of_provider').on('cohort').columns(['provider']).execute();

  // Not a read model: what a person uploaded, so that nobody can use a file by knowing its hash alone.
  await schema
    .createTable('upload')
    .addColumn('hash', 'text', (c) => c.notNull())
    .addColumn('person', 'text', (c) => c.notNull())
    .addColumn('bytes', 'integer', (c) => c.notNull())
    .addColumn('media_type', 'text', (c) => c.notNull())
    .addColumn('words', 'integer')
    .addPrimaryKeyConstraint('upload_once', ['hash', 'person'])
    .execute();
  await schema
    .createTable('item')
    .addColumn('item', 'text', (c) => c.primaryKey())
    .addColumn('submission', 'text', (c) => c.notNull())
    .addColumn('candidate', 'text', (c) => c.notNull())
    .addColumn('provider', 'text', (c) => c.notNull())
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('component', 'text', (c) => c.notNull())
    .addColumn('method', 'text', (c) => c.notNull())
    .addColumn('dated', 'text', (c) => c.notNull())
    .addColumn('hash', 'text', (c) => c.notNull())
    .addColumn('bytes', 'integer', (c) => c.notNull())
    .addColumn('media_type', 'text', (c) => c.notNull())
    .addColumn('file_name', 'text', (c) => c.notNull())
    .addColumn('ai_use', 'text')
    .execute();
  await schema.createIndex('item_of_submission').on('item').columns(['submission', 'status']).execute();
  await schema
    .createTable('claim')
    .addColumn('item', 'text', (c) => c.notNull())
    .addColumn('submission', 'text', (c) => c.notNull())
    .addColumn('statement', 'text', (c) => c.notNull())
    .addColumn('place', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('claim_once', ['item', 'statement'])
    .execute();
  await schema.createIndex('claim_of_submission').on('claim').columns(['submission', 'statement']).execute();

  await schema
    .createTable('submission')
    .addColumn('submission', 'text', (c) => c.primaryKey())
    .addColumn('candidate', 'text', (c) => c.notNull())
    .addColumn('provider', 'text', (c) => c.notNull())
    .addColumn('cohort', 'text', (c) => c.notNull())
    .addColumn('route', 'text', (c) => c.notNull())
    .addColumn('attempt', 'integer', (c) => c.notNull())
    .addColumn('due_on', 'text', (c) => c.notNull())
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('stage', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('manifest', 'text')
    .addColumn('returned_reason', 'text')
    .addColumn('returned_at', 'text')
    .execute();
  await schema.createIndex('submission_of_candidate').on('submission').columns(['candidate']).execute();
  await schema.createIndex('submission_of_cohort').on('submission').columns(['cohort', 'stage']).execute();
  await schema
    .createTable('milestone')
    .addColumn('submission', 'text', (c) => c.notNull())
    .addColumn('stage', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('milestone_once', ['submission', 'stage'])
    .execute();

  await schema
    .createTable('review')
    .addColumn('review', 'text', (c) => c.primaryKey())
    .addColumn('submission', 'text', (c) => c.notNull())
    .addColumn('candidate', 'text', (c) => c.notNull())
    .addColumn('provider', 'text', (c) => c.notNull())
    .addColumn('cohort', 'text', (c) => c.notNull())
    .addColumn('assessor', 'text')
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('attempt', 'integer', (c) => c.notNull())
    .addColumn('round', 'integer', (c) => c.notNull())
    .addColumn('allocated_at', 'text')
    .addColumn('due_at', 'text')
    .addColumn('judged', 'integer', (c) => c.notNull())
    .execute();
  await schema.createIndex('review_of_assessor').on('review').columns(['assessor', 'status']).execute();
  await schema.createIndex('review_of_submission').on('review').columns(['submission']).execute();
  await schema.createIndex('review_of_cohort').on('review').columns(['cohort', 'status']).execute();
  await schema
    .createTable('judgement')
    .addColumn('review', 'text', (c) => c.notNull())
    .addColumn('standard', 'text', (c) => c.notNull())
    .addColumn('score', 'integer', (c) => c.notNull())
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('evidence', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('judgement_once', ['review', 'standard'])
    .execute();
  await schema
    .createTable('confirmation')
    .addColumn('review', 'text', (c) => c.notNull())
    .addColumn('standard', 'text', (c) => c.notNull())
    .addColumn('source', 'text', (c) => c.notNull())
    .addColumn('valid', 'integer', (c) => c.notNull())
    .addColumn('authentic', 'integer', (c) => c.notNull())
    .addColumn('current', 'integer', (c) => c.notNull())
    .addColumn('sufficient', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('confirmation_once', ['review', 'standard', 'source'])
    .execute();
  await schema
    .createTable('gate')
    .addColumn('review', 'text', (c) => c.notNull())
    .addColumn('component', 'text', (c) => c.notNull())
    .addColumn('met', 'integer', (c) => c.notNull())
    .addColumn('reason', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('gate_once', ['review', 'component'])
    .execute();
  await schema
    .createTable('occasion')
    .addColumn('review', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('held_on', 'text', (c) => c.notNull())
    .addColumn('minutes', 'integer')
    .addColumn('account', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('occasion_once', ['review', 'kind'])
    .execute();
  await schema
    .createTable('coverage')
    .addColumn('review', 'text', (c) => c.notNull())
    .addColumn('statement', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('reason', 'text')
    .addPrimaryKeyConstraint('coverage_once', ['review', 'statement'])
    .execute();
  await schema
    .createTable('query')
    .addColumn('review', 'text', (c) => c.notNull())
    .addColumn('round', 'integer', (c) => c.notNull())
    .addColumn('standard', 'text', (c) => c.notNull())
    .addColumn('says', 'text', (c) => c.notNull())
    .execute();
  await schema.createIndex('query_of_review').on('query').columns(['review', 'round']).execute();

  await schema
    .createTable('batch')
    .addColumn('batch', 'text', (c) => c.primaryKey())
    .addColumn('cohort', 'text', (c) => c.notNull())
    .addColumn('provider', 'text', (c) => c.notNull())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('seed', 'text', (c) => c.notNull())
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('planned_at', 'text', (c) => c.notNull())
    .addColumn('signed_by', 'text')
    .addColumn('signed_at', 'text')
    .addColumn('signed_statement', 'text')
    .addColumn('signed_digest', 'text')
    .execute();
  await schema.createIndex('batch_of_provider').on('batch').columns(['provider']).execute();
  await schema
    .createTable('batch_portfolio')
    .addColumn('batch', 'text', (c) => c.notNull())
    .addColumn('submission', 'text', (c) => c.notNull())
    .addColumn('review', 'text', (c) => c.notNull())
    .addColumn('reasons', 'text')
    .addColumn('found', 'text')
    .addPrimaryKeyConstraint('batch_portfolio_once', ['batch', 'submission'])
    .execute();
  await schema.createIndex('batch_portfolio_of_submission').on('batch_portfolio').columns(['submission']).execute();

  await schema
    .createTable('award')
    .addColumn('award', 'text', (c) => c.primaryKey())
    .addColumn('submission', 'text', (c) => c.notNull())
    .addColumn('candidate', 'text', (c) => c.notNull())
    .addColumn('provider', 'text', (c) => c.notNull())
    .addColumn('batch', 'text', (c) => c.notNull())
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('outcome', 'text', (c) => c.notNull())
    .addColumn('released_at', 'text')
    .addColumn('voided_at', 'text')
    .addColumn('voided_reason', 'text')
    .execute();
  await schema.createIndex('award_of_batch').on('award').columns(['batch']).execute();
  await schema.createIndex('award_of_candidate').on('award').columns(['candidate']).execute();
}
