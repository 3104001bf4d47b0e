import type { Benchmark } from './benchmark.ts';
import { unknown, type Unknown } from './coefficient.ts';

export type Light = 'green' | 'amber' | 'red';

/** Where green and amber begin. Illustrative thresholds of the default scheme, not law: hand in others. */
export interface Thresholds {
  readonly green: number;
  readonly amber: number;
  /** `atLeast`: more is better; `atMost`: the size of the number counts and less is better. */
  readonly rule: 'atLeast' | 'atMost';
}

export const monitoringThresholds = {
  passLineAgreement: { green: 0.9, amber: 0.8, rule: 'atLeast' },
  quadraticKappa: { green: 0.7, amber: 0.6, rule: 'atLeast' },
  ordinalAlpha: { green: 0.8, amber: 0.667, rule: 'atLeast' },
  meanSignedDifference: { green: 0.15, amber: 0.3, rule: 'atMost' },
} as const satisfies Record<string, Thresholds>;

export interface Verdict {
  readonly value: Light;
}

interface Evidence {
  /** How many portfolios the number rests on; under `least` (8 by default) it is too few to say. */
  readonly portfolios: number;
  readonly least?: number;
}

const tooFew = ({ portfolios, least = 8 }: Evidence) =>
  portfolios < least
    ? unknown(`Too few to say: ${portfolios} double-marked portfolios, ${least} are needed.`)
    : undefined;

/**
 * The light of a number under given thresholds; null with the reason where it is unknown or rests on too few
 * portfolios.
 */
export function verdictOn(
  measured: { readonly value: number } | Unknown,
  { green, amber, rule }: Thresholds,
  evidence: Evidence,
): Verdict | Unknown {
  const few = tooFew(evidence);
  if (few !== undefined) return few;
  if (measured.value === null) return unknown(measured.reason);
  // Six decimals: 0.9 as a share of ten is not to fail for its last binary digit.
  const size = Math.round((rule === 'atMost' ? Math.abs(measured.value) : measured.value) * 1e6) / 1e6;
  const reaches = (bound: number) => (rule === 'atMost' ? size <= bound : size >= bound);
  return { value: reaches(green) ? 'green' : reaches(amber) ? 'amber' : 'red' };
}

/** The light of a coefficient benchmarked on the Landis-Koch scale: green from substantial, amber for moderate. */
export function verdictOnBenchmark(measured: Benchmark | Unknown, evidence: Evidence): Verdict | Unknown {
  const few = tooFew(evidence);
  if (few !== undefined) return few;
  if ('value' in measured) return unknown(measured.reason);
  const lights: Record<string, Light> = { 'almost perfect': 'green', substantial: 'green', moderate: 'amber' };
  return { value: lights[measured.level] ?? 'red' };
}
