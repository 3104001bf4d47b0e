import { sql, type Kysely } from 'kysely';

/** What follows a result, and appraisals: read models, rebuilt from the facts as every other. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await widenAwards(db);
  await addReviewsOfMarking(db);
  await addAppeals(db);
  await addMalpractice(db);
  await addAppraisals(db);
}

/** `registered_at` is when a result entered the provider's register: released, or disallowed before that. */
async function widenAwards(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await schema
    .alterTable('award')
    .addColumn('cohort', 'text', (c) => c.notNull().defaultTo(''))
    .execute();
  await schema
    .alterTable('award')
    .addColumn('attempt', 'integer', (c) => c.notNull().defaultTo(1))
    .execute();
  await schema.alterTable('award').addColumn('registered_at', 'text').execute();
  await sql`update award set
    cohort = (select submission.cohort from submission where submission.submission = award.submission),
    attempt = (select submission.attempt from submission where submission.submission = award.submission),
    registered_at = coalesce(released_at, voided_at)`.execute(db);
  await schema.createIndex('award_of_submission').on('award').columns(['submission']).execute();
  await schema.createIndex('award_register').on('award').columns(['provider', 'registered_at', 'award']).execute();
  await schema
    .createIndex('award_register_cohort')
    .on('award')
    .columns(['provider', 'cohort', 'registered_at', 'award'])
    .execute();
  await schema
    .createIndex('award_register_status')
    .on('award')
    .columns(['provider', 'status', 'registered_at', 'award'])
    .execute();
  await schema
    .createTable('award_correction')
    .addColumn('award', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('ordered_by', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('changes', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('award_correction_once', ['award', 'version'])
    .execute();
}

async function addReviewsOfMarking({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('marking_review')
    .addColumn('marking_review', 'text', (c) => c.primaryKey())
    .addColumn('award', 'text', (c) => c.notNull())
    .addColumn('submission', 'text', (c) => c.notNull())
    .addColumn('candidate', 'text', (c) => c.notNull())
    .addColumn('provider', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('appeal', 'text')
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('says', 'text', (c) => c.notNull())
    .addColumn('reviewer', 'text')
    .addColumn('requested_at', 'text', (c) => c.notNull())
    .addColumn('due_at', 'text')
    .addColumn('decided_at', 'text')
    .addColumn('reason', 'text')
    .addColumn('changes', 'text')
    .addColumn('appeal_by', 'text')
    .execute();
  await schema.createIndex('marking_review_of_award').on('marking_review').columns(['award']).execute();
  await schema.createIndex('marking_review_of_submission').on('marking_review').columns(['submission']).execute();
  await schema
    .createIndex('marking_review_of_candidate')
    .on('marking_review')
    .columns(['candidate', 'requested_at', 'marking_review'])
    .execute();
  await schema
    .createIndex('marking_review_of_provider')
    .on('marking_review')
    .columns(['provider', 'requested_at', 'marking_review'])
    .execute();
  await schema
    .createIndex('marking_review_of_reviewer')
    .on('marking_review')
    .columns(['reviewer', 'requested_at', 'marking_review'])
    .execute();
  await schema
    .createIndex('marking_review_by_time')
    .on('marking_review')
    .columns(['requested_at', 'marking_review'])
    .execute();
}

async function addAppeals({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('appeal')
    .addColumn('appeal', 'text', (c) => c.primaryKey())
    .addColumn('marking_review', 'text', (c) => c.notNull())
    .addColumn('award', 'text', (c) => c.notNull())
    .addColumn('submission', 'text', (c) => c.notNull())
    .addColumn('candidate', 'text', (c) => c.notNull())
    .addColumn('provider', 'text', (c) => c.notNull())
    .addColumn('grounds', 'text', (c) => c.notNull())
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('says', 'text', (c) => c.notNull())
    .addColumn('officer', 'text')
    .addColumn('lodged_at', 'text', (c) => c.notNull())
    .addColumn('due_at', 'text')
    .addColumn('officer_reason', 'text')
    .addColumn('escalation', 'text')
    .addColumn('panel_reason', 'text')
    .addColumn('changes', 'text')
    .execute();
  await schema.createIndex('appeal_of_review').on('appeal').columns(['marking_review']).execute();
  await schema.createIndex('appeal_of_submission').on('appeal').columns(['submission']).execute();
  await schema.createIndex('appeal_of_candidate').on('appeal').columns(['candidate', 'lodged_at', 'appeal']).execute();
  await schema.createIndex('appeal_of_provider').on('appeal').columns(['provider', 'lodged_at', 'appeal']).execute();
  await schema.createIndex('appeal_of_officer').on('appeal').columns(['officer', 'lodged_at', 'appeal']).execute();
  await schema.createIndex('appeal_by_time').on('appeal').columns(['lodged_at', 'appeal']).execute();
  await schema
    .createTable('appeal_panel')
    .addColumn('appeal', 'text', (c) => c.notNull())
    .addColumn('person', 'text', (c) => c.notNull())
    .addColumn('connected', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('appeal_panel_once', ['appeal', 'person'])
    .execute();
  await schema.createIndex('appeal_panel_of_person').on('appeal_panel').columns(['person']).execute();
}

async function addMalpractice({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('malpractice')
    .addColumn('malpractice', 'text', (c) => c.primaryKey())
    .addColumn('submission', 'text', (c) => c.notNull())
    .addColumn('candidate', 'text', (c) => c.notNull())
    .addColumn('provider', 'text', (c) => c.notNull())
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('reported_at', 'text', (c) => c.notNull())
    .addColumn('says', 'text', (c) => c.notNull())
    .addColumn('investigated_at', 'text')
    .addColumn('due_at', 'text')
    .addColumn('answer', 'text')
    .addColumn('decided_at', 'text')
    .addColumn('penalty', 'text')
    .addColumn('voided', 'text')
    .addColumn('reason', 'text')
    .execute();
  await schema.createIndex('malpractice_of_submission').on('malpractice').columns(['submission']).execute();
  await schema
    .createIndex('malpractice_of_candidate')
    .on('malpractice')
    .columns(['candidate', 'reported_at', 'malpractice'])
    .execute();
  await schema
    .createIndex('malpractice_of_provider')
    .on('malpractice')
    .columns(['provider', 'reported_at', 'malpractice'])
    .execute();
}

/** What is rated and agreed is in the facts alone, and read only by the two whose appraisal it is. */
async function addAppraisals({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('appraisal')
    .addColumn('appraisal', 'text', (c) => c.primaryKey())
    .addColumn('practitioner', 'text', (c) => c.notNull())
    .addColumn('reviewer', 'text', (c) => c.notNull())
    .addColumn('provider', 'text', (c) => c.notNull())
    .addColumn('framework', 'text', (c) => c.notNull())
    .addColumn('from_day', 'text', (c) => c.notNull())
    .addColumn('until_day', 'text', (c) => c.notNull())
    .addColumn('carried_from', 'text')
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('due_at', 'text')
    .addColumn('opened_at', 'text', (c) => c.notNull())
    .execute();
  for (const whose of ['practitioner', 'reviewer', 'provider'])
    await schema
      .createIndex(`appraisal_of_${whose}`)
      .on('appraisal')
      .columns([whose, 'opened_at', 'appraisal'])
      .execute();
  await schema.createIndex('appraisal_carried').on('appraisal').columns(['carried_from']).execute();
}
