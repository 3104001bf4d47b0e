import {
  circumstances,
  circumstancesId,
  type CircumstancesId,
  type ClaimCircumstances,
  type DeclineCircumstances,
  type Party,
  type SubmissionId,
  type UpholdCircumstances,
} from '@assay/engine';
import { notFound } from '../record/errors.ts';
import { involvedIn } from '../record/involvement.ts';
import type { Unit } from '../record/unit.ts';
import { ownAttempt } from '../submission/submission.use.ts';

/** Claims that something stood in the way of the sender's own attempt. */
export async function claimCircumstances(
  unit: Unit,
  submission: SubmissionId,
  { says, asks }: Pick<ClaimCircumstances, 'says' | 'asks'>,
) {
  const { candidate, provider, dueOn } = await ownAttempt(unit, submission);
  const id = circumstancesId(unit.given.freshId());
  const { version, status } = await unit.change(circumstances, id, 0, (by, at) => ({
    type: 'ClaimCircumstances',
    circumstances: id,
    submission,
    candidate,
    provider,
    says,
    asks,
    dueOn,
    by,
    at,
  }));
  return { version, status, circumstances: id };
}

type Decision = Pick<UpholdCircumstances, 'type' | 'remedy' | 'reason'> | Pick<DeclineCircumstances, 'type' | 'reason'>;

/** Decides on a claim; the engine is told where else on the portfolio, or in a batch that it will enter, the sender stands. */
export async function decideCircumstances(unit: Unit, id: CircumstancesId, seen: number, decision: Decision) {
  const involved = await moderatorsAmong(unit, id);
  return unit.change(circumstances, id, seen, (by, at) => ({ ...decision, involved, by, at }));
}

async function moderatorsAmong(unit: Unit, id: CircumstancesId): Promise<Party[]> {
  const tables = await unit.tables();
  const row = await tables
    .selectFrom('circumstances')
    .innerJoin('submission', 'submission.submission', 'circumstances.submission')
    .select('submission.cohort')
    .where('circumstances', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw notFound(circumstances.name);
  const people = unit.actors.map(({ person }) => person);
  return involvedIn(tables, { are: [row.cohort] }, people);
}
