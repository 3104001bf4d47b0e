import { award, awardId, type Award, type AwardId, type Bank, type State, type Submission } from '@assay/engine';
import type { Database, Writing } from '../database.ts';
import { notFound } from '../record/errors.ts';

/** An award as the engine knows it, with its id and the version it stands at. */
export interface AwardNow {
  readonly id: AwardId;
  readonly version: number;
  readonly state: State<Award>;
}

/** Throws notFound. */
export async function awardNow(db: Database | Writing, id: string): Promise<AwardNow> {
  const row = await db
    .selectFrom('stream')
    .select(['version', 'status', 'context'])
    .where('id', '=', id)
    .where('workflow', '=', award.name)
    .executeTakeFirst();
  if (row === undefined) throw notFound(award.name);
  const context: Award = JSON.parse(row.context);
  return { id: awardId(id), version: row.version, state: { status: row.status, context } };
}

/** The award that was recommended for a submission; undefined where none is yet. */
export async function awardOf(tables: Writing, submission: string): Promise<AwardNow | undefined> {
  const row = await tables.selectFrom('award').select('award').where('submission', '=', submission).executeTakeFirst();
  return row === undefined ? undefined : awardNow(tables, row.award);
}

/** A submission as the engine knows it: its route and its site, and the bank that it was opened with. */
export async function attemptOf(tables: Writing, submission: string): Promise<Submission> {
  const { context } = await tables
    .selectFrom('stream')
    .select('context')
    .where('id', '=', submission)
    .executeTakeFirstOrThrow();
  const attempt: Submission = JSON.parse(context);
  return attempt;
}

/** R8: what a candidate had for good before an attempt. */
export async function bankOf(tables: Writing, submission: string): Promise<Bank> {
  return (await attemptOf(tables, submission)).bank;
}
