import { rulebook, type Rulebook } from '@assay/engine';
import type { Framework, Scheme } from '@assay/standards';
import { shippedFrameworks } from '@assay/standards/files';
import { openAppraisals, type Appraisals } from './appraisals.ts';

/** The frameworks and schemes that this installation knows, and the rulebook that it decides under. */
export interface Library {
  readonly frameworks: readonly { readonly framework: Framework; readonly scheme: Scheme | null }[];
  readonly framework: Framework;
  readonly scheme: Scheme;
  readonly book: Rulebook;
  readonly appraisals: Appraisals;
}

/** A scheme made of another one. */
export type Adapt = (scheme: Scheme) => Scheme;

/**
 * Reads the shipped datasets; the first framework with a scheme is the one assessed, under that scheme as it is or as
 * `adapt` makes it. Throws BrokenFile.
 */
export function openLibrary(adapt: Adapt = (scheme) => scheme): Library {
  const frameworks = shippedFrameworks();
  for (const { framework, scheme: shipped } of frameworks) {
    if (shipped === null) continue;
    const scheme = adapt(shipped);
    const appraisals = openAppraisals();
    return { frameworks, framework, scheme, book: rulebook(framework, scheme), appraisals };
  }
  throw new Error('No framework has a scheme, so nothing can be assessed: add a scheme.json to a framework folder.');
}
