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

/** Reads the shipped datasets; the first framework with a scheme is the one assessed. Throws BrokenFile. */
export function openLibrary(): Library {
  const frameworks = shippedFrameworks();
  for (const { framework, scheme } of frameworks) {
    if (scheme === null) continue;
    const appraisals = openAppraisals();
    return { frameworks, framework, scheme, book: rulebook(framework, markedOnce(scheme)), appraisals };
  }
  throw new Error('No framework has a scheme, so nothing can be assessed: add a scheme.json to a framework folder.');
}

/**
 * The scheme as this server assesses under it: with one marker. Second marking is the engine's; until people can be
 * asked for it here, no portfolio may wait for a second marker whom nobody allocates.
 */
function markedOnce(scheme: Scheme): Scheme {
  return {
    ...scheme,
    secondMarking: { ...scheme.secondMarking, firstPortfolios: 0, resubmissions: false, everyKth: null },
  };
}
