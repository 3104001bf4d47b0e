import { evidence, personId, type ItemId, type PersonId } from '@assay/engine';
import type { Writing } from '../database.ts';
import type { Unit } from '../record/unit.ts';

/** Reports a breach of confidentiality: a minor one is to be mended, a major one keeps everybody from reading on. */
export async function reportBreach(
  unit: Unit,
  item: ItemId,
  seen: number,
  breach: { readonly severity: 'minor' | 'major'; readonly says: string; readonly place: string },
) {
  const markers = await markersOf(await unit.tables(), item);
  return unit.change(evidence, item, seen, (by, at) => ({ type: 'ReportBreach', ...breach, markers, by, at }));
}

/** Raises a safeguarding concern: the item is held, the marking of the rest goes on. */
export async function raiseSafeguarding(unit: Unit, item: ItemId, seen: number, says: string) {
  const markers = await markersOf(await unit.tables(), item);
  return unit.change(evidence, item, seen, (by, at) => ({ type: 'RaiseSafeguarding', says, markers, by, at }));
}

/** To whom an item is allocated: everybody who was given a review of its portfolio. */
async function markersOf(tables: Writing, item: string): Promise<PersonId[]> {
  const rows = await tables
    .selectFrom('item')
    .innerJoin('review', 'review.submission', 'item.submission')
    .select('review.assessor')
    .distinct()
    .where('item.item', '=', item)
    .where('review.assessor', 'is not', null)
    .execute();
  return rows.flatMap(({ assessor }) => (assessor === null ? [] : [personId(assessor)]));
}
