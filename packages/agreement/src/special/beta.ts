import { logBeta } from './gamma.ts';

/**
 * The continued fraction of the incomplete beta function by the modified Lentz method.
 * Source: Press et al., Numerical Recipes (3rd ed. 2007), section 6.4, eq. 6.4.5.
 */
function fraction(a: number, b: number, x: number): number {
  const tiny = 1e-300;
  const away = (value: number) => (Math.abs(value) < tiny ? tiny : value);
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let product = d;
  // The number of terms grows with the square root of the larger parameter.
  const terms = 200 + 20 * Math.ceil(Math.sqrt(Math.max(a, b)));
  for (let m = 1; m <= terms; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    product *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    product *= d * c;
    if (Math.abs(d * c - 1) < 2e-16) break;
  }
  return product;
}

/**
 * I_x(a, b) where the caller knows both x and y = 1 - x, so that nothing is lost when one of them is near 1.
 * Errors: RangeError unless a and b are positive.
 */
export function betaAt(x: number, y: number, a: number, b: number): number {
  if (!(a > 0 && b > 0)) throw new RangeError('The parameters of the beta distribution are positive.');
  if (x <= 0) return 0;
  if (y <= 0) return 1;
  const logX = x < 0.5 ? Math.log(x) : Math.log1p(-y);
  const logY = y < 0.5 ? Math.log(y) : Math.log1p(-x);
  const front = Math.exp(a * logX + b * logY - logBeta(a, b));
  // Beyond the mean the fraction is taken of the other tail. Where a < 1, as for Student's t with many degrees of
  // freedom, that comes later: y so near 1 has lost the digits of x.
  const mode = (a + 1) / (a + b + 2);
  const turn = a < 1 ? Math.max(mode, Math.min(20 * mode, 0.5)) : mode;
  return x < turn ? (front * fraction(a, b, x)) / a : 1 - (front * fraction(b, a, y)) / b;
}

/**
 * Regularised incomplete beta function I_x(a, b): the distribution function of Beta(a, b), no unit, in [0, 1].
 * Errors: RangeError unless 0 <= x <= 1 and a, b > 0. Source: Abramowitz and Stegun (1964), 6.6.2, 26.5.8.
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (!(x >= 0 && x <= 1)) throw new RangeError('The incomplete beta function is taken between 0 and 1.');
  return betaAt(x, 1 - x, a, b);
}

/**
 * The log-odds u of the p-quantile of Beta(a, b): I_x(a, b) = p at x = 1 / (1 + exp(-u)). Newton steps on u, each kept
 * inside a shrinking bracket, so both tails keep full relative precision and the end is always reached.
 * Errors: RangeError unless 0 < p < 1 and a, b > 0.
 */
export function betaQuantileLogit(p: number, a: number, b: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError('A quantile is taken of a probability strictly between 0 and 1.');
  let [low, high] = [-745, 745];
  let u = Math.log(a / b);
  for (;;) {
    const [x, y] = [1 / (1 + Math.exp(-u)), 1 / (1 + Math.exp(u))];
    const off = betaAt(x, y, a, b) - p;
    if (off > 0) high = u;
    else low = u;
    const slope = Math.exp(a * Math.log(x) + b * Math.log(y) - logBeta(a, b));
    const newton = u - off / slope;
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (!(Math.abs(next - u) > 1e-15 * Math.max(1, Math.abs(u)))) return next;
    u = next;
  }
}

/**
 * The p-quantile of Beta(a, b), the inverse of `incompleteBeta`.
 * Errors: RangeError unless 0 < p < 1 and a, b > 0.
 */
export function betaQuantile(p: number, a: number, b: number): number {
  return 1 / (1 + Math.exp(-betaQuantileLogit(p, a, b)));
}
