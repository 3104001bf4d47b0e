import { at } from '../coefficient.ts';
import { inverse } from './inverse.ts';
import { ratingScale } from './model.ts';

/** A facet reduced to the observations that are calibrated, with its measures. */
export interface Side {
  readonly sign: number;
  readonly of: Int32Array;
  readonly measures: Float64Array;
}

const cut = (step: number) => Math.max(-1, Math.min(1, step));

/** One Newton step of at most one logit for every element of a side; answers the largest change and residual. */
export function moveSide(
  { sign, of, measures }: Side,
  codes: Int32Array,
  logits: Float64Array,
  thresholds: Float64Array,
) {
  const expect = ratingScale(thresholds);
  const [off, information] = [new Float64Array(measures.length), new Float64Array(measures.length)];
  for (let index = 0; index < codes.length; index++) {
    const { mean, variance } = expect(logits[index] ?? 0);
    const element = of[index] ?? 0;
    off[element] = (off[element] ?? 0) + (codes[index] ?? 0) - mean;
    information[element] = (information[element] ?? 0) + variance;
  }
  let [change, residual] = [0, 0];
  for (let element = 0; element < measures.length; element++) {
    if (at(information, element) === 0) continue;
    const step = cut(at(off, element) / at(information, element));
    measures[element] = at(measures, element) + sign * step;
    change = Math.max(change, Math.abs(step));
    residual = Math.max(residual, Math.abs(at(off, element)));
  }
  return { change, residual };
}

/** One Newton step for all thresholds together; answers the largest change and the standard errors. */
export function moveThresholds(codes: Int32Array, logits: Float64Array, thresholds: Float64Array) {
  const steps = thresholds.length;
  const expect = ratingScale(thresholds);
  const off = new Float64Array(steps);
  const information = new Float64Array(steps * steps);
  for (let index = 0; index < codes.length; index++) {
    const { beyond } = expect(logits[index] ?? 0);
    const code = codes[index] ?? 0;
    for (let k = 1; k <= steps; k++) {
      const tail = beyond[k] ?? 0;
      off[k - 1] = (off[k - 1] ?? 0) + tail - (code >= k ? 1 : 0);
      for (let l = 1; l <= steps; l++) {
        const cell = (k - 1) * steps + l - 1;
        information[cell] = (information[cell] ?? 0) + (beyond[Math.max(k, l)] ?? 0) - tail * (beyond[l] ?? 0);
      }
    }
  }
  const spread = inverse(information, steps);
  const entry = (k: number, l: number) => at(spread, k * steps + l);
  const moves = off.map((_, k) => cut(off.reduce((sum, value, l) => sum + entry(k, l) * value, 0)));
  moves.forEach((step, k) => (thresholds[k] = at(thresholds, k) + step));
  return { change: Math.max(...moves.map(Math.abs)), errors: off.map((_, k) => Math.sqrt(entry(k, k))) };
}
