import type { Clock } from '@assay/standards';
import { addDays, addMonths, addWorkingDays, londonDay, londonEnd } from './calendar.ts';
import type { Day, Instant } from './instant.ts';
import type { Rulebook } from './rulebook.ts';

/** When something is due, and the id of the scheme's clock that made it so. */
export interface Deadline {
  readonly at: Instant;
  readonly clock: string;
}

/**
 * The deadline that a clock of the scheme sets running at an instant: the end, in London, of the last day that it
 * allows. The day on which it starts does not count. Null where the scheme has no such clock.
 */
export function deadlineOf(clock: string, from: Instant, book: Rulebook): Deadline | null {
  const found = book.clocks.get(clock);
  return found === undefined ? null : { at: londonEnd(lastDay(found, londonDay(from), book)), clock };
}

function lastDay({ value, unit }: Clock, from: Day, { holidays }: Rulebook): Day {
  switch (unit) {
    case 'workingDays':
      return addWorkingDays(from, value, holidays);
    case 'days':
      return addDays(from, value);
    case 'weeks':
      return addDays(from, 7 * value);
    case 'months':
      return addMonths(from, value);
    case 'years':
      return addMonths(from, 12 * value);
  }
}
