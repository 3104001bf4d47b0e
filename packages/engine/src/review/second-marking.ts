import type { Rulebook } from '../kernel/index.ts';

/** Why a submission is marked by two (R11). */
export type SecondMarkingReason = 'firstPortfolios' | 'resubmission' | 'everyKth';

/** What R11 looks at. */
export interface SecondMarkingFigures {
  /** How many portfolios the first marker had marked before this one. */
  readonly portfoliosBefore: number;
  readonly attempt: number;
  /** The number of this portfolio in the order in which the plan counts, from 1; null where none counts. */
  readonly nth: number | null;
  /** The plan's k; the scheme's goes before it. */
  readonly everyKth: number | null;
}

/**
 * R11: why a second marker is asked for, every reason that there is: the assessor's first portfolios, resubmissions,
 * every k-th by plan. None: one marker is enough.
 */
export function secondMarkingReasons(
  { portfoliosBefore, attempt, nth, everyKth }: SecondMarkingFigures,
  { secondMarking }: Rulebook,
): SecondMarkingReason[] {
  const k = secondMarking.everyKth ?? everyKth;
  return [
    ...(portfoliosBefore < secondMarking.firstPortfolios ? (['firstPortfolios'] as const) : []),
    ...(secondMarking.resubmissions && attempt > 1 ? (['resubmission'] as const) : []),
    ...(k !== null && nth !== null && nth % k === 0 ? (['everyKth'] as const) : []),
  ];
}
