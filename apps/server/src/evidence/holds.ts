import {
  award,
  holdsForSafeguarding,
  liftsSafeguardingHold,
  type AnyFact,
  type Award,
  type Hold,
  type HoldAward,
  type Portfolio,
  type SafeguardingCleared,
  type SafeguardingRaised,
} from '@assay/engine';
import type { Database, Writing } from '../database.ts';
import { factIn } from '../record/chain.ts';
import type { Unit } from '../record/unit.ts';

/** Holds the award of the item's submission, where there is one that is not released: what is released stands. */
export async function holdAward(unit: Unit, fact: SafeguardingRaised): Promise<void> {
  const found = await awardOf(await unit.tables(), fact);
  if (found !== undefined && (found.status === 'recommended' || found.status === 'held'))
    await unit.change(award, found.award, null, () => holdsForSafeguarding(fact));
}

/** Lifts the hold that the concern laid, where it stands. */
export async function liftHold(unit: Unit, fact: SafeguardingCleared): Promise<void> {
  const found = await awardOf(await unit.tables(), fact);
  if (found?.status !== 'held') return;
  const { holds }: Award = JSON.parse(found.context);
  if (holds.some(({ hold, kind }) => hold === fact.item && kind === 'safeguarding'))
    await unit.change(award, found.award, null, () => liftsSafeguardingHold(fact));
}

/**
 * What holds the award of a submission for safeguarding: to be laid, as the product, as soon as the award is
 * recommended, since the concerns were raised when there was none.
 */
export async function openHolds(
  tables: Database | Writing,
  submission: string,
): Promise<readonly (Hold & Pick<HoldAward, 'reason'>)[]> {
  const rows = await tables
    .selectFrom('concern')
    .innerJoin('fact', (join) =>
      join.onRef('fact.stream', '=', 'concern.item').onRef('fact.version', '=', 'concern.version'),
    )
    .selectAll('fact')
    .where('concern.submission', '=', submission)
    .where('concern.kind', '=', 'safeguarding')
    .where('concern.settled_at', 'is', null)
    .orderBy('concern.item')
    .execute();
  return rows
    .map(factIn)
    .filter(isRaised)
    .map((raised) => ({
      hold: raised.item,
      kind: 'safeguarding',
      reason: holdsForSafeguarding(raised).reason,
    }));
}

const isRaised = (fact: AnyFact): fact is SafeguardingRaised => fact.type === 'SafeguardingRaised';

function awardOf(tables: Writing, { submission, candidate }: Portfolio) {
  return tables
    .selectFrom('award')
    .innerJoin('stream', 'stream.id', 'award.award')
    .select(['award.award', 'stream.status', 'stream.context'])
    .where('award.candidate', '=', candidate)
    .where('award.submission', '=', submission)
    .executeTakeFirst();
}
