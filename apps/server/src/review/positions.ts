import type { ConferenceEnded, MarkingId } from '@assay/engine';
import type { Database } from '../database.ts';
import { factIn } from '../record/chain.ts';

/** Where a marker stands, or stood, in a conference. */
export interface PositionView {
  readonly value: number | boolean;
  readonly reason: string;
  readonly at: string;
  /** The round of the marking in which it was taken. */
  readonly round: number;
}

/** By marker and place, the last position of each: what was agreed in an earlier round stays told. */
export async function positionsIn(db: Database, marking: MarkingId): Promise<ReadonlyMap<string, PositionView>> {
  const rows = await db
    .selectFrom('conference')
    .select(['place', 'marker', 'score', 'met', 'reason', 'at', 'round'])
    .where('marking', '=', marking)
    .orderBy('round')
    .execute();
  return new Map(
    rows.map(({ place, marker, score, met, reason, at, round }) => [
      `${marker} ${place}`,
      { value: score ?? met === 1, reason, at, round },
    ]),
  );
}

/** How a conference came to no agreement: somebody ended it with a reason, or its time passed. */
export interface EndView {
  readonly by: string | null;
  readonly reason: string | null;
  readonly at: string;
}

/** The end of a marking's last conference, by the person's id; null where it goes on, agreed, or never was. */
export async function endOf(db: Database, marking: MarkingId): Promise<EndView | null> {
  const row = await db
    .selectFrom('fact')
    .selectAll()
    .where('stream', '=', marking)
    .where('type', 'in', ['MarksDiffered', 'ConferenceEnded', 'ConferenceLapsed'])
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined || row.type === 'MarksDiffered') return null;
  if (row.type === 'ConferenceLapsed') return { by: null, reason: null, at: row.at };
  const { by, reason, at } = factIn<ConferenceEnded>(row);
  return { by: by.person, reason, at };
}
