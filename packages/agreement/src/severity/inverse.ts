import { at } from '../coefficient.ts';

/**
 * The inverse of a small symmetric positive definite matrix, row by row, by Gauss-Jordan exchange of one variable after
 * the other. Source: Press et al., Numerical Recipes (3rd ed. 2007), section 2.1.
 */
export function inverse(matrix: Float64Array, size: number): Float64Array {
  let swept = matrix;
  for (let pivot = 0; pivot < size; pivot++) {
    const before = swept;
    const head = at(before, pivot * size + pivot);
    swept = before.map((value, cell) => {
      const [k, l] = [Math.floor(cell / size), cell % size];
      if (k === pivot) return (l === pivot ? 1 : value) / head;
      if (l === pivot) return -value / head;
      return value - (at(before, k * size + pivot) * at(before, pivot * size + l)) / head;
    });
  }
  return swept;
}
