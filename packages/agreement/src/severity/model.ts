/** Expected category, its variance, and P(category >= k) at `beyond[k]`, of one observation. Reused, never kept. */
export interface Expectation {
  mean: number;
  variance: number;
  readonly beyond: Float64Array;
}

/**
 * The rating-scale model: ln P(k) / P(k - 1) = logit - threshold k, for k = 1 … steps.
 * Answers a function that fills and returns one and the same object, as it is called for every observation.
 * Source: Andrich (1978), Psychometrika 43, 561-573; with facets Linacre (1989), Many-Facet Rasch Measurement.
 */
export function ratingScale(thresholds: Float64Array): (logit: number) => Expectation {
  const steps = thresholds.length;
  const odds = thresholds.map((threshold) => Math.exp(-threshold));
  const weights = new Float64Array(steps + 1).fill(1);
  const answer: Expectation = { mean: 0, variance: 0, beyond: new Float64Array(steps + 1) };
  // No observation is this sure; beyond it the weights would overflow.
  const most = 300 / steps;
  // Called millions of times: plain reads of typed arrays, nothing allocated.
  return (logit) => {
    const ratio = Math.exp(Math.max(-most, Math.min(most, logit)));
    let weight = 1;
    let sum = 1;
    for (let k = 1; k <= steps; k++) {
      weight *= ratio * (odds[k - 1] ?? 0);
      weights[k] = weight;
      sum += weight;
    }
    let mean = 0;
    let square = 0;
    let tail = 0;
    for (let k = steps; k >= 0; k--) {
      const probability = (weights[k] ?? 0) / sum;
      mean += k * probability;
      square += k * k * probability;
      tail += probability;
      answer.beyond[k] = tail;
    }
    answer.mean = mean;
    answer.variance = Math.max(square - mean * mean, 1e-300);
    return answer;
  };
}
