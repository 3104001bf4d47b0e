import type { GrantExtension } from '../submission/index.ts';
import type { CircumstancesUpheld } from './circumstances.facts.ts';

/**
 * Upheld with time, circumstances extend the submission; null where the remedy is another. What happened to the
 * candidate is private: the submission, which more people read, names the claim and not its reason.
 */
export function grantsExtension({ circumstances, remedy, by, at }: CircumstancesUpheld): GrantExtension | null {
  return remedy.kind !== 'time'
    ? null
    : {
        type: 'GrantExtension',
        workingDays: remedy.workingDays,
        reason: `Circumstances upheld: ${circumstances}.`,
        by: { ...by, role: 'system' },
        at,
      };
}
