import {
  award,
  awardId,
  submission,
  type Award,
  type AwardId,
  type Bank,
  type State,
  type Submission,
} from '@assay/engine';
import type { Database, Writing } from '../database.ts';
import { notFound } from '../record/errors.ts';
import { loadAll } from '../record/load.ts';

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
export async function awardOf(tables: Writing, of: string): Promise<AwardNow | undefined> {
  const row = await tables.selectFrom('award').select('award').where('submission', '=', of).executeTakeFirst();
  return row === undefined ? undefined : awardNow(tables, row.award);
}

/** A submission as the engine knows it: its route and its site, and the bank that it was opened with. */
export async function attemptOf(tables: Writing, of: string): Promise<Submission> {
  const { context } = await tables
    .selectFrom('stream')
    .select('context')
    .where('id', '=', of)
    .executeTakeFirstOrThrow();
  const attempt: Submission = JSON.parse(context);
  return attempt;
}

/** R8: what each candidate of these submissions had for good before the attempt, by submission. Throws notFound. */
export async function banksOf(tables: Writing, submissions: readonly string[]): Promise<ReadonlyMap<string, Bank>> {
  const loaded = await loadAll(tables, submission.name, submissions);
  return new Map(
    submissions.map((id) => {
      const found = loaded.get(id);
      // A bank that is not found is not an empty one: an award without it would ask for everything again.
      if (found === undefined) throw notFound(submission.name);
      const attempt: Submission = found.state.context;
      return [id, attempt.bank];
    }),
  );
}
