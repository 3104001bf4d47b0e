import type { Rulebook } from '../kernel/index.ts';
import { scopeBeside, type Bank, type Scope } from '../scoring/index.ts';
import type { Conferring } from './marking.commands.ts';

/**
 * What a marker is asked for beside what is banked. The visit and the discussion are made and recorded once, by the
 * first marker.
 */
export function scopeOf(marker: Conferring, bank: Bank, book: Rulebook): Scope {
  const { standards, gates } = scopeBeside(bank, book);
  return marker === 'first'
    ? { standards, gates }
    : { standards, gates: gates.filter((gate) => book.components.get(gate)?.by === 'candidate') };
}
