import { useMemo } from 'react';

import { useFramework } from '../useFramework.ts';
import { wordingOf } from './wording.ts';
import type { Asked, Wording } from './wording.ts';

/** The framework and scheme of a review, cut down to what its marker is asked for; null where the framework is not assessed, so has no scheme. */
export function useWording(framework: string, asked: Asked | null = null): Wording | null {
  const known = useFramework(framework);
  return useMemo(() => (known.scheme === null ? null : wordingOf(known, known.scheme, asked)), [known, asked]);
}
