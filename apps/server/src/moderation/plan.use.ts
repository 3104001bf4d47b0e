import { randomBytes } from 'node:crypto';
import { batchId, moderation, type BatchId, type CohortId, type Party, type ProviderId } from '@assay/engine';
import type { Writing } from '../database.ts';
import { notFound } from '../record/errors.ts';
import { involvedIn } from '../record/involvement.ts';
import type { Unit } from '../record/unit.ts';
import { standingsOf } from './standing.use.ts';
import { waitingFor } from './waiting.ts';

/** Marks are shown of drawn samples only, and what waits for a batch that is planned is in none. */
const marksVisible = false;

export async function planBatch(
  unit: Unit,
  provider: ProviderId,
  cohort: CohortId,
  { title, seed, everyKth = null }: { title: string; seed: string | null; everyKth?: number | null },
) {
  const batch = batchId(unit.given.freshId());
  const involved = await standingIn(unit, cohort);
  const { version, status } = await unit.change(moderation, batch, 0, (by, at) => ({
    type: 'PlanBatch',
    batch,
    cohort,
    provider,
    title,
    seed: seed ?? freshSeed(),
    everyKth,
    marksVisible,
    involved,
    by,
    at,
  }));
  return { version, status, batch };
}

/** Fixes the plan of a batch anew; a seed that is left out is drawn. */
export async function revisePlan(
  unit: Unit,
  batch: BatchId,
  seen: number,
  { seed, everyKth, reason }: { seed: string | null; everyKth: number | null; reason: string },
) {
  const involved = await standingIn(unit, (await rowOf(await unit.tables(), batch)).cohort);
  return unit.change(moderation, batch, seen, (by, at) => ({
    type: 'RevisePlan',
    seed: seed ?? freshSeed(),
    everyKth,
    reason,
    marksVisible,
    involved,
    by,
    at,
  }));
}

const freshSeed = () => randomBytes(8).toString('hex');

/** Where the sender stands on any portfolio that the batch of a cohort may come to hold. */
async function standingIn(unit: Unit, cohort: string): Promise<Party[]> {
  return involvedIn(
    await unit.tables(),
    { of: cohort },
    unit.actors.map(({ person }) => person),
  );
}

export async function drawBatch(unit: Unit, batch: BatchId, seen: number) {
  const tables = await unit.tables();
  const { cohort, provider } = await rowOf(tables, batch);
  const population = await waitingFor(tables, cohort);
  const standings = await standingsOf(tables, provider);
  const involved = await involvedIn(
    tables,
    { are: population.map(({ submission }) => submission) },
    unit.actors.map(({ person }) => person),
  );
  return unit.change(moderation, batch, seen, (by, at) => ({
    type: 'DrawSample',
    population,
    standings,
    involved,
    by,
    at,
  }));
}

/** Draws anew, once everything that was marked again is back. */
export async function redrawBatch(unit: Unit, batch: BatchId, seen: number) {
  const standings = await standingsOfBatch(unit, batch);
  return unit.change(moderation, batch, seen, (by, at) => ({ type: 'RedrawSample', standings, by, at }));
}

/** Draws anew after the release was withheld. */
export async function resumeModeration(unit: Unit, batch: BatchId, seen: number, reason: string) {
  const standings = await standingsOfBatch(unit, batch);
  return unit.change(moderation, batch, seen, (by, at) => ({ type: 'ResumeModeration', reason, standings, by, at }));
}

async function standingsOfBatch(unit: Unit, batch: BatchId) {
  const tables = await unit.tables();
  return standingsOf(tables, (await rowOf(tables, batch)).provider);
}

async function rowOf(tables: Writing, batch: BatchId) {
  const row = await tables
    .selectFrom('batch')
    .select(['cohort', 'provider'])
    .where('batch', '=', batch)
    .executeTakeFirst();
  if (row === undefined) throw notFound(moderation.name);
  return row;
}
