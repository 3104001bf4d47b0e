import type { EvidenceFact, EvidenceItem } from '@assay/engine';
import type { Writing } from '../database.ts';
import type { Recorded } from '../record/projection.ts';

/** Whether an item in this state is held until somebody settles what was reported about it. */
export function isHeld(status: string): boolean {
  return status === 'returned' || status === 'quarantined' || status === 'safeguardingHold';
}

/** Keeps what is reported about an item, and since when the item is held for it; `held_at` goes with the state. */
export async function projectConcern(
  writing: Writing,
  { stream, version, context, fact }: Recorded<EvidenceItem, EvidenceFact>,
): Promise<void> {
  const concern = raised(fact);
  if (concern !== null) {
    const { submission } = context;
    const open = { settled_at: null, settled_by: null, settled_reason: null };
    await writing
      .insertInto('concern')
      .values({
        item: stream,
        version,
        submission,
        ...concern,
        raised_by: fact.by.person,
        raised_at: fact.at,
        ...open,
      })
      .execute();
    await writing
      .updateTable('item')
      .set({ held_at: fact.at })
      .where('item', '=', stream)
      .where('held_at', 'is', null)
      .execute();
  } else if (fact.type === 'ItemCorrected' || fact.type === 'ItemReleased' || fact.type === 'SafeguardingCleared') {
    await writing
      .updateTable('concern')
      .set({
        settled_at: fact.at,
        settled_by: fact.by.person,
        settled_reason: fact.type === 'ItemCorrected' ? null : fact.reason,
      })
      .where('item', '=', stream)
      .where('settled_at', 'is', null)
      .execute();
  }
}

function raised(fact: EvidenceFact): { kind: string; says: string; place: string | null } | null {
  switch (fact.type) {
    case 'ItemReturned':
      return { kind: 'minor', says: fact.says, place: fact.place };
    case 'ItemQuarantined':
      return { kind: 'major', says: fact.says, place: fact.place };
    case 'SafeguardingRaised':
      return { kind: 'safeguarding', says: fact.says, place: null };
    default:
      return null;
  }
}
