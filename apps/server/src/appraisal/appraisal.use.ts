import {
  appraisal,
  appraisalId,
  factsSeenBy,
  type Actor,
  type Appraisal,
  type AppraisalCommand,
  type AppraisalId,
  type Carried,
  type Day,
  type Instant,
  type PersonId,
  type ProviderId,
  type State,
} from '@assay/engine';
import type { Writing } from '../database.ts';
import { isAppointed } from '../enrolment/appointed.ts';
import type { Appraisals, AppraisedBy } from '../library/appraisals.ts';
import { AssayError, notFound } from '../record/errors.ts';
import type { Unit } from '../record/unit.ts';
import { writtenIn } from '../record/written.ts';
import { knownAppraisal, sideOf, versionSeenBy } from './known.ts';

export interface Opening {
  readonly practitioner: PersonId;
  readonly reviewer: PersonId;
  readonly provider: ProviderId;
  readonly framework: string;
  readonly from: Day;
}

/** What a framework is appraised by. Throws notFound where it has no appraisal profile. */
export function appraisedBy(appraisals: Appraisals, framework: string): AppraisedBy {
  const found = appraisals.get(framework);
  if (found === undefined) throw notFound('appraisal profile');
  return found;
}

/** Opens an appraisal; a year that was carried forward and that nothing followed yet is taken up. */
export async function openAppraisal(unit: Unit, { practitioner, reviewer, provider, framework, from }: Opening) {
  const { book } = appraisedBy(unit.given.appraisals, framework);
  const tables = await unit.tables();
  const appointed = await isAppointed(tables, reviewer, 'assessor', provider);
  const carried = await carriedTo(tables, practitioner, provider, framework);
  const opened = appraisalId(unit.given.freshId());
  const { version, status } = await unit.change(
    appraisal,
    opened,
    0,
    (by, at) => ({
      type: 'OpenAppraisal',
      appraisal: opened,
      practitioner,
      reviewer,
      provider,
      from,
      carried,
      appointed,
      by,
      at,
    }),
    book,
  );
  return { version, status, appraisal: opened };
}

async function carriedTo(
  tables: Writing,
  practitioner: string,
  provider: string,
  framework: string,
): Promise<Carried | null> {
  const row = await tables
    .selectFrom('appraisal')
    .innerJoin('stream', 'stream.id', 'appraisal.appraisal')
    .select('stream.context')
    .where('appraisal.practitioner', '=', practitioner)
    .where('appraisal.provider', '=', provider)
    .where('appraisal.framework', '=', framework)
    .where('appraisal.status', '=', 'carriedForward')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('appraisal as next')
            .select('next.appraisal')
            .whereRef('next.carried_from', '=', 'appraisal.appraisal'),
        ),
      ),
    )
    .orderBy('appraisal.until_day', 'desc')
    .executeTakeFirst();
  if (row === undefined) return null;
  const { appraisal: former, unmet: objectives, agreed }: Appraisal = JSON.parse(row.context);
  return { appraisal: former, objectives, agreed };
}

/**
 * Sends one of the two's commands under the appraisal's own book. `seen` is the version as they know it: what the other
 * rates meanwhile, apart, does not clash with it, and is not told by it.
 */
export async function changeAppraisal<const Sent extends AppraisalCommand>(
  unit: Unit,
  id: AppraisalId,
  seen: number,
  ask: (by: Actor, at: Instant) => Sent,
) {
  const known = await knownAppraisal(await unit.tables(), id);
  const { context } = known.state;
  const actor = sideOf(context, unit.actors, unit.actors[0]?.person ?? '');
  const now = versionSeenBy(known, actor);
  if (seen !== now) {
    await unit.permit(appraisal, id, ask);
    const wrote = writtenIn(factsSeenBy(known.facts, known.state, actor).slice(seen), seen);
    throw new AssayError({ code: 'clash', seen, now, wrote });
  }
  const { book } = appraisedBy(unit.given.appraisals, context.framework);
  const done = await unit.change(appraisal, id, known.version, ask, book);
  const state: State<Appraisal> = { status: done.status, context: done.context };
  const version = versionSeenBy({ version: done.version, state, facts: [...known.facts, ...done.facts] }, actor);
  return { version, status: done.status };
}
