/** How often something may be done: `perMinute` times, all at once or spread over the minute. */
export interface TokenBuckets {
  /** Takes `cost` from a key's bucket. Answers 0, or, where there is not enough and nothing was taken, the whole seconds after which there is. */
  take(key: string, cost?: number): number;
  /** Keys that are remembered now. */
  readonly size: number;
}

/** A bucket costs about 100 bytes: 5 MB at most. */
const mostKeys = 50_000;

/**
 * Buckets that fill again at an even rate, one a key, in this process's memory: with several servers each has its own.
 * At most `keys` are remembered; the one that was not asked for longest is forgotten, which fills it.
 *
 * @param now milliseconds from a clock that never goes back.
 */
export function tokenBuckets(
  perMinute: number,
  now: () => number = () => performance.now(),
  keys: number = mostKeys,
): TokenBuckets {
  const perMillisecond = perMinute / 60_000;
  const buckets = new Map<string, { left: number; at: number }>();
  return {
    take(key, cost = 1) {
      const at = now();
      const known = buckets.get(key);
      const left = known === undefined ? perMinute : Math.min(perMinute, known.left + (at - known.at) * perMillisecond);
      // More than fits in a bucket is paid with a full one: it would never be there at once.
      const price = Math.min(cost, perMinute);
      const taken = left >= price;
      buckets.delete(key);
      buckets.set(key, { left: taken ? left - price : left, at });
      const oldest = buckets.keys().next();
      if (buckets.size > keys && !oldest.done) buckets.delete(oldest.value);
      return taken ? 0 : Math.max(1, Math.ceil((price - left) / perMillisecond / 1000));
    },
    get size() {
      return buckets.size;
    },
  };
}
