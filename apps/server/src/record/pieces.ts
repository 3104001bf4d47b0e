/** As many rows as one statement takes on either database, with as many values as our widest table has. */
const atOnce = 500;

/** A list in pieces that one statement can write; none for an empty one. */
export function inPieces<Row>(rows: readonly Row[]): Row[][] {
  const pieces: Row[][] = [];
  for (let from = 0; from < rows.length; from += atOnce) pieces.push(rows.slice(from, from + atOnce));
  return pieces;
}
