import { at } from '../coefficient.ts';

/**
 * The inverse of a small symmetric positive definite matrix, row by row, by Gauss-Jordan steps with the largest pivot
 * first.
 */
export function inverse(matrix: Float64Array, size: number): Float64Array {
  const rows = Array.from({ length: size }, (_, k) => [
    ...matrix.slice(k * size, (k + 1) * size),
    ...Array.from({ length: size }, (__, l) => Number(k === l)),
  ]);
  for (let column = 0; column < size; column++) {
    const order = rows.slice(column).toSorted((a, b) => Math.abs(at(b, column)) - Math.abs(at(a, column)));
    rows.splice(column, order.length, ...order);
    const pivot = rows[column] ?? [];
    const head = at(pivot, column);
    const scaled = pivot.map((value) => value / head);
    rows.forEach((row, k) => {
      const factor = at(row, column);
      rows[k] = k === column ? scaled : row.map((value, l) => value - factor * at(scaled, l));
    });
  }
  return Float64Array.from(rows.flatMap((row) => row.slice(size)));
}
