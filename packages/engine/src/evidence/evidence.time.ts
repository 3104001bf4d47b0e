import { deadlineOf, londonEnd, type Day, type Deadline, type Instant, type Rulebook } from '../kernel/index.ts';

/** Until when work is kept: as long as the scheme says from an instant, or longer where a day is named. */
export function keptUntil(day: Day | null, from: Instant, book: Rulebook): Deadline | null {
  const scheme = deadlineOf('keep-work', from, book);
  const named = day === null ? null : { at: londonEnd(day), clock: 'keep-work' };
  if (scheme === null || named === null) return scheme ?? named;
  return named.at > scheme.at ? named : scheme;
}
