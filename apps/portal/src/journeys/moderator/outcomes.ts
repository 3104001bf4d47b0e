import type { BatchView, Outcome } from '../../shared/marking/view.ts';

/** How many of each outcome stand in a batch, drawn or not. */
export function outcomesOf({ sample, others }: BatchView): Record<Outcome, number> {
  const all = [...sample, ...others];
  const count = (outcome: Outcome) => all.filter(({ recommended }) => recommended === outcome).length;
  return { pass: count('pass'), refer: count('refer'), fail: count('fail') };
}

const outcomes = ['pass', 'refer', 'fail'] as const;

export const outcomeNamed = (name: string): Outcome | undefined => outcomes.find((outcome) => outcome === name);
