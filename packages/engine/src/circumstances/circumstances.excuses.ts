import type { ExcuseAttempt } from '../submission/index.ts';
import type { CircumstancesUpheld } from './circumstances.facts.ts';

/** Upheld with the attempt, circumstances leave it unused; null where the remedy is another. As private as an extension. */
export function excusesAttempt({ circumstances, remedy, by, at }: CircumstancesUpheld): ExcuseAttempt | null {
  return remedy.kind !== 'attempt'
    ? null
    : {
        type: 'ExcuseAttempt',
        reason: `Circumstances upheld: ${circumstances}.`,
        by: { ...by, role: 'system' },
        at,
      };
}
