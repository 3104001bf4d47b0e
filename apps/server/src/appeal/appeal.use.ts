import {
  appeal,
  appealId,
  opensAppeal,
  type AppealGround,
  type AppealId,
  type Change,
  type MarkingReview,
  type MarkingReviewId,
  type PersonId,
} from '@assay/engine';
import type { Writing } from '../database.ts';
import { isAppointed } from '../enrolment/appointed.ts';
import { notFound } from '../record/errors.ts';
import { involvedIn } from '../record/involvement.ts';
import type { Unit } from '../record/unit.ts';
import { panelOf } from './panel.ts';

export interface Lodged {
  readonly markingReview: MarkingReviewId;
  readonly grounds: AppealGround;
  readonly says: string;
}

export interface Ruling {
  readonly upheld: boolean;
  readonly changes: readonly Change[];
  readonly reason: string;
}

/** The candidate appeals against a review of their result. */
export async function lodgeAppeal(unit: Unit, { markingReview, grounds, says }: Lodged) {
  const tables = await unit.tables();
  const row = await tables
    .selectFrom('marking_review')
    .innerJoin('stream', 'stream.id', 'marking_review.marking_review')
    .select(['marking_review.candidate', 'stream.status', 'stream.context'])
    .where('marking_review.marking_review', '=', markingReview)
    .executeTakeFirst();
  if (row === undefined || !unit.actors.some(({ person }) => person === row.candidate))
    throw notFound('review of marking');
  const context: MarkingReview = JSON.parse(row.context);
  const before = await tables
    .selectFrom('appeal')
    .select('appeal')
    .where('marking_review', '=', markingReview)
    .executeTakeFirst();
  const opened = appealId(unit.given.freshId());
  const { version, status } = await unit.change(appeal, opened, 0, (by, at) =>
    opensAppeal(
      { status: row.status, context },
      { appeal: opened, grounds, says, appealed: before !== undefined, by, at },
    ),
  );
  return { version, status, appeal: opened };
}

/** Gives an appeal to a moderator who had no part in what it is about. */
export async function allocateOfficer(unit: Unit, id: AppealId, seen: number, officer: PersonId) {
  const tables = await unit.tables();
  const { provider, submission } = await placeOf(tables, id);
  const appointed = await isAppointed(tables, officer, 'moderator', provider);
  const involved = await involvedIn(tables, { are: [submission] }, [officer]);
  return unit.change(appeal, id, seen, (by, at) => ({
    type: 'AllocateOfficer',
    officer,
    appointed,
    involved,
    by,
    at,
  }));
}

/** Seats a panel; who is connected to the provider or to the case is looked up, never asked. */
export async function convenePanel(unit: Unit, id: AppealId, seen: number, named: readonly string[]) {
  const tables = await unit.tables();
  await unit.permit(appeal, id, (by, at) => ({ type: 'ConvenePanel', members: [], by, at }));
  const { provider, submission } = await placeOf(tables, id);
  const { members, involved } = await panelOf(tables, named, provider, submission);
  return unit.change(appeal, id, seen, (by, at) => ({ type: 'ConvenePanel', members, involved, by, at }));
}

export function decideAppeal(unit: Unit, id: AppealId, seen: number, { upheld, changes, reason }: Ruling) {
  return unit.change(appeal, id, seen, (by, at) => ({ type: 'DecideAppeal', upheld, changes, reason, by, at }));
}

export function decideByPanel(unit: Unit, id: AppealId, seen: number, { upheld, changes, reason }: Ruling) {
  return unit.change(appeal, id, seen, (by, at) => ({ type: 'DecideByPanel', upheld, changes, reason, by, at }));
}

async function placeOf(tables: Writing, id: AppealId): Promise<{ provider: string; submission: string }> {
  const row = await tables
    .selectFrom('appeal')
    .select(['provider', 'submission'])
    .where('appeal', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw notFound(appeal.name);
  return row;
}
