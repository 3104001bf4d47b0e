const lanczos = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
] as const;
const halfLogTwoPi = 0.9189385332046727;

/** ln Γ(x) for x > 0. Source: Lanczos (1964), g = 7, n = 9. */
export function logGamma(x: number): number {
  const z = x - 1;
  const sum = lanczos.reduce((total, term, index) => (index === 0 ? term : total + term / (z + index)), 0);
  const t = z + 7.5;
  return halfLogTwoPi + (z + 0.5) * Math.log(t) - t + Math.log(sum);
}

/** What Stirling's formula leaves out of ln Γ(x), for x >= 10. Source: Abramowitz and Stegun (1964), 6.1.41. */
function stirlingRest(x: number): number {
  const s = 1 / (x * x);
  return (1 / 12 - s * (1 / 360 - s * (1 / 1260 - s * (1 / 1680 - s * (1 / 1188 - (s * 691) / 360360))))) / x;
}

/**
 * ln B(a, b) for a, b > 0. Where a parameter is large, the difference of two large ln Γ is taken by hand, so that
 * millions of degrees of freedom cost no digits.
 * Source: Didonato and Morris (1992), ACM TOMS 708, its ALGDIV and BCORR.
 */
export function logBeta(a: number, b: number): number {
  const [p, q] = a < b ? [a, b] : [b, a];
  const share = p / (p + q);
  if (p >= 10) {
    const rest = stirlingRest(p) + stirlingRest(q) - stirlingRest(p + q);
    return halfLogTwoPi - 0.5 * Math.log(q) + rest + (p - 0.5) * Math.log(share) + q * Math.log1p(-share);
  }
  if (q >= 10) {
    const rest = stirlingRest(q) - stirlingRest(p + q);
    return logGamma(p) + rest + p - p * Math.log(p + q) + (q - 0.5) * Math.log1p(-share);
  }
  return logGamma(p) + logGamma(q) - logGamma(p + q);
}
