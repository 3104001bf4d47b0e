import type { Award, Correction, Rulebook } from '@assay/engine';
import type { Database } from '../database.ts';
import { reasonsOfRecord } from '../review/of-record.ts';

export interface Feedback {
  readonly code: string;
  readonly score: number;
  readonly reason: string;
}

export interface GateLine {
  readonly component: string;
  readonly met: boolean;
  readonly reason: string;
}

/** The score of record of every standard that this attempt was marked on, in source order, with the reason for it. */
export async function feedbackOn(db: Database, context: Award, book: Rulebook): Promise<Feedback[]> {
  const reasons = await reasonsOfRecord(db, context.submission, context);
  return [...book.judged.keys()].flatMap((code) => {
    const judged = reasons.get(code);
    if (judged === undefined || Object.hasOwn(context.before.scores, code)) return [];
    return [{ code, ...judged }];
  });
}

/** Every gate that this attempt was judged on, as it is on record, with a marker's reason. */
export async function gatesOf(db: Database, { submission, gates, before }: Award): Promise<GateLine[]> {
  const rows = await db
    .selectFrom('gate')
    .innerJoin('review', 'review.review', 'gate.review')
    .select(['gate.component', 'gate.met', 'gate.reason'])
    .where('review.submission', '=', submission)
    .where('review.current', '=', 1)
    .orderBy('gate.component')
    .orderBy('gate.review')
    .execute();
  return [...Map.groupBy(rows, ({ component }) => component)].flatMap(([component, found]) => {
    const met = gates[component];
    if (met === undefined || before.gates[component] === true) return [];
    const reason = (found.find((one) => (one.met === 1) === met) ?? found[0])?.reason ?? '';
    return [{ component, met, reason }];
  });
}

/** What was put right in an award, the first first. */
export async function correctionsOf(db: Database, award: string) {
  const rows = await db
    .selectFrom('award_correction')
    .select(['at', 'reason', 'changes'])
    .where('award', '=', award)
    .orderBy('version')
    .execute();
  return rows.map(({ at, reason, changes }) => {
    const list: readonly Correction[] = JSON.parse(changes);
    return { at, reason, changes: list };
  });
}

/** The candidate's next attempt, where one was opened. */
export async function nextAfter(db: Database, { candidate, cohort, attempt }: Award) {
  const row = await db
    .selectFrom('submission')
    .select(['submission', 'attempt', 'due_on'])
    .where('candidate', '=', candidate)
    .where('cohort', '=', cohort)
    .where('attempt', '=', attempt + 1)
    .orderBy('due_on', 'desc')
    .executeTakeFirst();
  return row === undefined ? null : { submission: row.submission, attempt: row.attempt, dueOn: row.due_on };
}
