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
  if (z < -3) return tail(-z);
  if (z > 3) return 1 - tail(z);
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
 * Source: start from Abramowitz and Stegun (1964), 26.2.23; then Halley steps on `normalProbability`.
 */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError('A quantile is taken of a probability strictly between 0 and 1.');
  if (p > 0.5) return -normalQuantile(1 - p);
  const t = Math.sqrt(-2 * Math.log(p));
  const top = 2.515517 + t * (0.802853 + t * 0.010328);
  let z = top / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))) - t;
  for (let step = 0; step < 4; step++) {
    const off = (normalProbability(z) - p) / density(z);
    z -= off / (1 + (z * off) / 2);
  }
  return z;
}
