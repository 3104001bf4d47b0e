import type { Award, Correction, Rulebook } from '@assay/engine';
import type { Database } from '../database.ts';

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

/**
 * The score of record of every standard that this attempt was marked on, in source order, with its reason: what was said
 * last for it where two markers conferred; else a marker's, of several that of the one whose score it is, or the first's.
 * What was marked before a re-marking says nothing.
 */
export async function feedbackOn(db: Database, award: Award, book: Rulebook) {
  const { submission, scores, grounds, before } = award;
  const conferred = await conferredOn(db, submission);
  const rows = await db
    .selectFrom('judgement')
    .innerJoin('review', 'review.review', 'judgement.review')
    .select(['judgement.standard', 'judgement.score', 'judgement.reason'])
    .where('review.submission', '=', submission)
    .where('review.current', '=', 1)
    .orderBy('judgement.at')
    .orderBy('judgement.review')
    .execute();
  const judged = Map.groupBy(rows, ({ standard }) => standard);
  return [...book.judged.keys()].flatMap((code): Feedback[] => {
    const score = scores[code];
    const marks = judged.get(code);
    if (score === undefined || marks === undefined || Object.hasOwn(before.scores, code)) return [];
    const agreed = grounds[code]?.how === 'conferred' ? conferred.get(`${code} ${score}`) : undefined;
    return [{ code, score, reason: agreed ?? (marks.find((mark) => mark.score === score) ?? marks[0])?.reason ?? '' }];
  });
}

/** By standard and score, the reason that was given last for it in a conference. */
async function conferredOn(db: Database, submission: string): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('conference')
    .innerJoin('marking', 'marking.marking', 'conference.marking')
    .select(['conference.place', 'conference.score', 'conference.reason'])
    .where('marking.submission', '=', submission)
    .orderBy('conference.at')
    .execute();
  return new Map(rows.map(({ place, score, reason }) => [`${place} ${score}`, reason]));
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
