import type { AnyFact } from '@assay/engine';
import type { Recorded } from './projection.ts';
import type { Unit } from './unit.ts';

/**
 * What follows on other records from a fact of one workflow: the engine's arrows, followed in the transaction that
 * writes the fact, so that all of it is so or none of it. Not followed again when read models are rebuilt.
 */
export interface Arrows<Context, Fact extends AnyFact> {
  follow(unit: Unit, recorded: Recorded<Context, Fact>): Promise<void>;
}
