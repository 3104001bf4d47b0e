import { day, instant, type Day, type Instant } from '@assay/engine';

const oneDay = 24 * 60 * 60 * 1000;

/** Days counted in working days from today, so that the demo is never stale and nobody works on a Sunday. */
export interface Workdays {
  /** The working day that many before today; a negative number counts forwards. 1 is the last one before today. */
  day(back: number): Day;
  /** That working day at an hour and minute, UTC. */
  at(back: number, minutes: number): Instant;
}

/** Counts from the day of `now`. Every day with a positive number is wholly in the past. */
export function workdaysBefore(now: Instant): Workdays {
  const today = Date.parse(now.slice(0, 10));
  const known = new Map<number, number>();
  const find = (back: number): number => {
    const found = known.get(back);
    if (found !== undefined) return found;
    const step = back < 0 ? oneDay : -oneDay;
    let time = today;
    for (let left = Math.abs(back); left > 0;) {
      time += step;
      const weekday = new Date(time).getUTCDay();
      if (weekday !== 0 && weekday !== 6) left--;
    }
    known.set(back, time);
    return time;
  };
  return {
    day: (back) => day(new Date(find(back)).toISOString().slice(0, 10)),
    at: (back, minutes) => instant(new Date(find(back) + minutes * 60_000).toISOString()),
  };
}

/** `hour(9, 30)` in minutes from midnight. */
export function hour(hours: number, minutes = 0): number {
  return hours * 60 + minutes;
}
