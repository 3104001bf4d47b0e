import { rulebook, type Rulebook } from '@assay/engine';
import { shippedFrameworks } from '@assay/standards/files';
import { CliError } from '../output.ts';

/** The first shipped framework that has a scheme to assess under. */
export function bookToAssessUnder(): Rulebook {
  const shipped = shippedFrameworks().find(({ scheme }) => scheme !== null);
  if (shipped?.scheme == null) throw new CliError('No framework has a scheme to assess under.', 1);
  return rulebook(shipped.framework, shipped.scheme);
}
