import { z } from 'zod';

/** Where a page ended: the instant and the id of its last line. Sent back as it was given, for the page after it. */
export interface Cursor {
  readonly at: string;
  readonly id: string;
}

const cursor = z
  .string()
  .regex(/^[\dTZ:.-]{20,30} [\w:.-]{1,80}$/, 'is not where a page ended; send what the page before gave as next')
  .transform((text): Cursor => {
    const [at = '', id = ''] = text.split(' ');
    return { at, id };
  });

/** What every paged list takes: where the page before ended (left out: the first page), and how many lines at most. */
export const paged = {
  after: cursor.nullable().default(null),
  limit: z.int('give a whole number').min(1).max(100, 'a page has 100 lines at most').default(50),
};

export interface Page<Line> {
  readonly lines: readonly Line[];
  /** What to send as `after` for the next page; null where this is the last. */
  readonly next: string | null;
}

/** A page of rows that were asked for with one more than the limit, so that it is known whether another follows. */
export function pageOf<Row>(
  rows: readonly Row[],
  limit: number,
  keyOf: (row: Row) => Cursor,
): { rows: readonly Row[]; next: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  if (rows.length <= limit || last === undefined) return { rows: shown, next: null };
  const { at, id } = keyOf(last);
  return { rows: shown, next: `${at} ${id}` };
}
