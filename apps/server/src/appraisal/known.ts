import {
  appraisal,
  factsSeenBy,
  personId,
  type Actor,
  type Appraisal,
  type AppraisalFact,
  type State,
} from '@assay/engine';
import type { Database, Writing } from '../database.ts';
import { factIn } from '../record/chain.ts';
import { notFound } from '../record/errors.ts';

/** An appraisal with all its facts: for deciding, and for what one of the two may see of it, never to be answered whole. */
export interface Known {
  readonly version: number;
  readonly state: State<Appraisal>;
  readonly facts: readonly AppraisalFact[];
}

/** Throws notFound. */
export async function knownAppraisal(db: Database | Writing, id: string): Promise<Known> {
  const stream = await db
    .selectFrom('stream')
    .select(['version', 'status', 'context'])
    .where('id', '=', id)
    .where('workflow', '=', appraisal.name)
    .executeTakeFirst();
  if (stream === undefined) throw notFound(appraisal.name);
  const context: Appraisal = JSON.parse(stream.context);
  const rows = await db.selectFrom('fact').selectAll().where('stream', '=', id).orderBy('version').execute();
  return {
    version: stream.version,
    state: { status: stream.status, context },
    facts: rows.map((row) => factIn<AppraisalFact>(row)),
  };
}

/**
 * As which of the two a person meets an appraisal. The practitioner always does: it is theirs, whatever became of their
 * roles. The reviewer does while they assess for the provider. Anybody else is told that there is none.
 */
export function sideOf(
  { practitioner, reviewer, provider }: Appraisal,
  actors: readonly Actor[],
  person: string,
): Actor {
  if (person === practitioner) return { person: personId(person), role: 'candidate', provider };
  const reviews = actors.find((actor) => actor.role === 'assessor' && actor.provider === provider);
  if (person !== reviewer || reviews === undefined) throw notFound(appraisal.name);
  return reviews;
}

/**
 * The version of an appraisal as one of the two knows it: how many of its facts they may see. The record's own version
 * would tell each side how much the other has rated.
 */
export function versionSeenBy({ facts, state }: Known, actor: Actor): number {
  return factsSeenBy(facts, state, actor).length;
}
