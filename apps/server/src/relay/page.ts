/** How many lines a page has. */
export const pageSize = 50;

/** The last line of the page before, in a list with the latest first: the next page begins after it. */
export interface Key {
  readonly at: string;
  readonly id: string;
}

export interface Page<Line> {
  readonly lines: readonly Line[];
  /** Null on the last page. */
  readonly next: Key | null;
}

/** Makes a page of lines of which one more was asked for than it holds. */
export function pageOf<Line>(found: readonly Line[], keyOf: (line: Line) => Key): Page<Line> {
  const lines = found.slice(0, pageSize);
  const last = lines.at(-1);
  return { lines, next: found.length > pageSize && last !== undefined ? keyOf(last) : null };
}
