import type { Glance } from './glance.ts';

/** Less than 0 where the first is the weaker. All ladders have one length: whose lower rung holds more is weaker. */
function compare(a: readonly number[], b: readonly number[]): number {
  const rung = a.findIndex((many, at) => many !== b[at]);
  return (b[rung] ?? 0) - (a[rung] ?? 0);
}

/**
 * The weakest and the strongest profile: by the number of lowest scores, then of the next lowest, and so on, which is
 * to lay all scores of each side by side from the lowest up. Nothing is added up, so no area weighs more for holding
 * more standards. Among equals the first drawn is the weakest and the last drawn the strongest. For choosing the
 * extremes only: it is no result. Null for both where there are not two to compare.
 */
export function extremesOf(drawn: readonly Glance[]): { lowest: Glance | null; highest: Glance | null } {
  let [lowest, highest] = [drawn[0], drawn[0]];
  if (drawn.length < 2 || lowest === undefined || highest === undefined) return { lowest: null, highest: null };
  for (const glance of drawn) {
    if (compare(glance.ladder, lowest.ladder) < 0) lowest = glance;
    if (compare(glance.ladder, highest.ladder) >= 0) highest = glance;
  }
  return { lowest, highest };
}
