import type { Grounds, Scores } from '@assay/engine';
import type { Database } from '../database.ts';

interface Reasoned {
  readonly score: number;
  readonly reason: string;
}

/**
 * Scores of record with the reason written for each: the marker's whose mark it is, or, where two conferred, what was
 * said last for it. What is banked, or was corrected to what nobody gave, has none from this attempt and is left out
 * or keeps the first marker's.
 */
export async function reasonsOfRecord(
  db: Database,
  submission: string,
  { scores, grounds }: { readonly scores: Scores; readonly grounds: Grounds },
): Promise<ReadonlyMap<string, Reasoned>> {
  const reviews = [...new Set(Object.values(grounds).flatMap(({ marks }) => marks.map(({ review }) => review)))];
  if (reviews.length === 0) return new Map();
  const judged = await db
    .selectFrom('judgement')
    .select(['review', 'standard', 'score', 'reason'])
    .where('review', 'in', reviews)
    .execute();
  const conferred = await conferredOn(db, submission);
  const given = new Map(judged.map((one) => [`${one.review} ${one.standard}`, one]));
  return new Map(
    Object.entries(scores).flatMap(([code, score]) => {
      const marks = grounds[code]?.marks ?? [];
      const mark = marks.find((one) => one.score === score) ?? marks[0];
      const reason =
        (grounds[code]?.how === 'conferred' ? conferred.get(`${code} ${score}`) : undefined) ??
        given.get(`${mark?.review ?? ''} ${code}`)?.reason;
      return reason === undefined ? [] : [[code, { score, reason }] as const];
    }),
  );
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
