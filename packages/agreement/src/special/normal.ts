const rootTwoPi = Math.sqrt(2 * Math.PI);

const density = (z: number) => Math.exp((-z * z) / 2) / rootTwoPi;

/** The upper tail P(Z > z) for z >= 3 by its continued fraction. Source: Abramowitz and Stegun (1964), 26.2.14. */
function tail(z: number): number {
  let rest = z;
  for (let term = 200; term >= 1; term--) rest = z + term / rest;
  return density(z) / rest;
}

/**
 * Distribution function of the standard normal, P(Z <= z).
 * Source: Marsaglia (2004), Journal of Statistical Software 11(4), the Taylor series; the tail as above.
 */
export function normalProbability(z: number): number {
  if (z > 0) return 1 - normalProbability(-z);
  if (z < -3) return tail(-z);
  let [term, sum, index] = [z, z, 1];
  while (Math.abs(term) > 1e-18) {
    index += 2;
    term *= (z * z) / index;
    sum += term;
  }
  return 0.5 + sum * density(z);
}

/**
 * Quantile of the standard normal: z with P(Z <= z) = p. Errors: RangeError unless 0 < p < 1.
 * Source: Halley steps on `normalProbability`, from where exp(-z² / 2) is p, which is further out.
 */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError('A quantile is taken of a probability strictly between 0 and 1.');
  if (p > 0.5) return -normalQuantile(1 - p);
  let z = -Math.sqrt(-2 * Math.log(p));
  // Five are enough for any number that there is; each triples the digits.
  for (let step = 0; step < 6; step++) {
    const off = (normalProbability(z) - p) / density(z);
    z -= off / (1 + (z * off) / 2);
  }
  return z;
}
