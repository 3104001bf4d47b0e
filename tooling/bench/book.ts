import { rulebook, type Rulebook } from '../../packages/engine/src/index.ts';
import { shippedFrameworks } from '../../packages/standards/src/files.ts';

/** The rules to measure under: the first shipped framework that is assessed. */
export function bookToMeasure(): Rulebook {
  const shipped = shippedFrameworks().find(({ scheme }) => scheme !== null);
  if (shipped?.scheme == null) throw new Error('No framework has a scheme to measure under.');
  return rulebook(shipped.framework, shipped.scheme);
}
