import { useMemo } from 'react';

import { useFramework } from '../useFramework.ts';
import { wordingOf } from './wording.ts';
import type { Wording } from './wording.ts';

/** The framework and scheme of a review; null where the framework is not assessed, so has no scheme. */
export function useWording(framework: string): Wording | null {
  const known = useFramework(framework);
  return useMemo(() => (known.scheme === null ? null : wordingOf(known, known.scheme)), [known]);
}
