import type { Kysely } from 'kysely';

/**
 * What long lists are read from, and the records around gathering: concerns about evidence, prior learning and
 * circumstances. All of it is rebuilt from the facts, but for `draft`: text that somebody is typing, which is no fact.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await countSubmissions(db);
  await noteConcerns(db);
  await keepPriorLearning(db);
  await keepCircumstances(db);
  await keepDrafts(db);
}

async function countSubmissions({ schema }: Kysely<unknown>): Promise<void> {
  // One at a time: SQLite adds no more at once.
  const add = (name: string, kind: 'text' | 'integer', standard: string | number) =>
    schema
      .alterTable('submission')
      .addColumn(name, kind, (c) => c.notNull().defaultTo(standard))
      .execute();
  await add('kind', 'text', 'first');
  await add('late', 'integer', 0);
  await add('current', 'integer', 1);
  await add('name_key', 'text', '');
  await add('items', 'integer', 0);
  await add('claimed', 'integer', 0);
  await add('judged', 'integer', 0);
  await schema.alterTable('submission').addColumn('review', 'text').execute();
  await schema.alterTable('submission').addColumn('action_plan', 'text').execute();

  // Each holds all that a page is chosen by, so that choosing it reads no row of the table.
  await schema.dropIndex('submission_of_cohort').execute();
  const index = (name: string, columns: readonly string[]) =>
    schema
      .createIndex(name)
      .on('submission')
      .columns(['cohort', 'current', ...columns])
      .execute();
  await index('submission_by_name', ['name_key', 'submission', 'stage']);
  await index('submission_by_stage', ['stage', 'name_key', 'submission']);
  await index('submission_by_due', ['due_on', 'name_key', 'submission', 'stage']);
  await index('submission_by_items', ['items', 'name_key', 'submission', 'stage']);
  await index('submission_by_claimed', ['claimed', 'name_key', 'submission', 'stage']);
  await index('submission_by_judged', ['judged', 'name_key', 'submission', 'stage']);
  await schema.dropIndex('submission_of_candidate').execute();
  await schema
    .createIndex('submission_of_candidate')
    .on('submission')
    .columns(['candidate', 'cohort', 'current'])
    .execute();
  await schema
    .createIndex('review_of_assessor_in_cohort')
    .on('review')
    .columns(['assessor', 'cohort', 'submission'])
    .execute();

  await schema
    .createTable('cohort_total')
    .addColumn('cohort', 'text', (c) => c.notNull())
    .addColumn('stage', 'text', (c) => c.notNull())
    .addColumn('candidates', 'integer', (c) => c.notNull())
    .addColumn('judged', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('cohort_total_once', ['cohort', 'stage'])
    .execute();
}

async function noteConcerns({ schema }: Kysely<unknown>): Promise<void> {
  await schema.alterTable('item').addColumn('held_at', 'text').execute();
  await schema.alterTable('item').addColumn('corrected_hash', 'text').execute();
  await schema.alterTable('item').addColumn('corrected_bytes', 'integer').execute();
  await schema.alterTable('item').addColumn('corrected_media_type', 'text').execute();
  await schema.alterTable('item').addColumn('corrected_file_name', 'text').execute();
  await schema.createIndex('item_held').on('item').columns(['provider', 'held_at', 'item']).execute();
  await schema
    .createTable('concern')
    .addColumn('item', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('submission', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('says', 'text', (c) => c.notNull())
    .addColumn('place', 'text')
    .addColumn('raised_by', 'text', (c) => c.notNull())
    .addColumn('raised_at', 'text', (c) => c.notNull())
    .addColumn('settled_at', 'text')
    .addColumn('settled_by', 'text')
    .addColumn('settled_reason', 'text')
    .addPrimaryKeyConstraint('concern_once', ['item', 'version'])
    .execute();
  await schema.createIndex('concern_of_submission').on('concern').columns(['submission']).execute();
}

async function keepPriorLearning({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('prior_learning')
    .addColumn('claim', 'text', (c) => c.primaryKey())
    .addColumn('submission', 'text', (c) => c.notNull())
    .addColumn('candidate', 'text', (c) => c.notNull())
    .addColumn('provider', 'text', (c) => c.notNull())
    .addColumn('assessor', 'text')
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('standards', 'integer', (c) => c.notNull())
    .addColumn('judged', 'integer', (c) => c.notNull())
    .addColumn('claimed_at', 'text', (c) => c.notNull())
    .addColumn('due_at', 'text')
    .addColumn('decided_at', 'text')
    .execute();
  await schema.createIndex('prior_learning_of_submission').on('prior_learning').columns(['submission']).execute();
  await schema
    .createIndex('prior_learning_of_provider')
    .on('prior_learning')
    .columns(['provider', 'status', 'claimed_at', 'claim'])
    .execute();
  await schema
    .createIndex('prior_learning_of_assessor')
    .on('prior_learning')
    .columns(['assessor', 'status', 'claimed_at', 'claim'])
    .execute();
  await schema
    .createTable('prior_learning_standard')
    .addColumn('claim', 'text', (c) => c.notNull())
    .addColumn('standard', 'text', (c) => c.notNull())
    .addColumn('place', 'integer', (c) => c.notNull())
    .addColumn('account', 'text', (c) => c.notNull())
    .addColumn('evidence', 'text', (c) => c.notNull())
    .addColumn('met', 'integer')
    .addColumn('reason', 'text')
    .addPrimaryKeyConstraint('prior_learning_standard_once', ['claim', 'standard'])
    .execute();
}

async function keepCircumstances({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('circumstances')
    .addColumn('circumstances', 'text', (c) => c.primaryKey())
    .addColumn('submission', 'text', (c) => c.notNull())
    .addColumn('candidate', 'text', (c) => c.notNull())
    .addColumn('provider', 'text', (c) => c.notNull())
    .addColumn('asks', 'text', (c) => c.notNull())
    .addColumn('says', 'text', (c) => c.notNull())
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('claimed_at', 'text', (c) => c.notNull())
    .addColumn('due_at', 'text')
    .addColumn('remedy', 'text')
    .addColumn('working_days', 'integer')
    .addColumn('reason', 'text')
    .addColumn('decided_by', 'text')
    .addColumn('decided_at', 'text')
    .execute();
  await schema.createIndex('circumstances_of_submission').on('circumstances').columns(['submission']).execute();
  await schema
    .createIndex('circumstances_of_candidate')
    .on('circumstances')
    .columns(['candidate', 'claimed_at', 'circumstances'])
    .execute();
  await schema
    .createIndex('circumstances_of_provider')
    .on('circumstances')
    .columns(['provider', 'status', 'claimed_at', 'circumstances'])
    .execute();
}

async function keepDrafts({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('draft')
    .addColumn('person', 'text', (c) => c.notNull())
    .addColumn('device', 'text', (c) => c.notNull())
    .addColumn('place', 'text', (c) => c.notNull())
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('saved_at', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('draft_once', ['person', 'device', 'place'])
    .execute();
  await schema.createIndex('draft_saved').on('draft').columns(['saved_at']).execute();
}
