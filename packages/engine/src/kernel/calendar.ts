import { day, instant, type Day, type Instant } from './instant.ts';

/** The days besides Saturdays and Sundays on which nobody is expected to work. */
export type Holidays = ReadonlySet<string>;

const dayLength = 86_400_000;

/** Days since 1 January 1970, the number on which all day arithmetic runs; no time zone has a part in it. */
function ordinal(date: Day): number {
  return Date.parse(`${date}T00:00:00.000Z`) / dayLength;
}

function dayAt(number: number): Day {
  return day(new Date(number * dayLength).toISOString().slice(0, 10));
}

/** The day `n` days later (earlier, where negative). */
export function addDays(date: Day, n: number): Day {
  return dayAt(ordinal(date) + n);
}

/**
 * The day `n` months later: the same day of the month, or the month's last where it is shorter (31 January and one
 * month is 28 or 29 February).
 */
export function addMonths(date: Day, n: number): Day {
  const [year = 0, month = 1, dayOfMonth = 1] = date.split('-').map(Number);
  const months = year * 12 + (month - 1) + n;
  const first = dayAt(ordinal(day(`${pad(Math.floor(months / 12), 4)}-${pad((months % 12) + 1, 2)}-01`)));
  const last = ordinal(day(nextMonth(first))) - ordinal(first);
  return addDays(first, Math.min(dayOfMonth, last) - 1);
}

function nextMonth(first: Day): string {
  const [year = 0, month = 1] = first.split('-').map(Number);
  return month === 12 ? `${pad(year + 1, 4)}-01-01` : `${pad(year, 4)}-${pad(month + 1, 2)}-01`;
}

const pad = (value: number, width: number) => String(value).padStart(width, '0');

/** Monday to Friday and no bank holiday. In years whose holidays are not announced yet, Monday to Friday. */
export function isWorkingDay(date: Day, holidays: Holidays): boolean {
  // 1 January 1970 was a Thursday.
  const weekday = (((ordinal(date) + 4) % 7) + 7) % 7;
  return weekday !== 0 && weekday !== 6 && !holidays.has(date);
}

/** The `n`-th working day after a day; the day itself does not count, working day or not. `n` is at least 1. */
export function addWorkingDays(date: Day, n: number, holidays: Holidays): Day {
  let at = date;
  for (let left = n; left > 0;) {
    at = addDays(at, 1);
    if (isWorkingDay(at, holidays)) left--;
  }
  return at;
}

/** Hours by which a clock in London is ahead of UTC at an instant: 1 from the last Sunday of March, 01:00 UTC, to the last of October. */
function londonOffset(milliseconds: number): 0 | 1 {
  const year = new Date(milliseconds).getUTCFullYear();
  return milliseconds >= lastSunday(year, 3) && milliseconds < lastSunday(year, 10) ? 1 : 0;
}

/** 01:00 UTC of a month's last Sunday; March and October both have 31 days. */
function lastSunday(year: number, month: 3 | 10): number {
  const last = Date.UTC(year, month - 1, 31, 1);
  return last - new Date(last).getUTCDay() * dayLength;
}

/** The day that it is in London at an instant. */
export function londonDay(at: Instant): Day {
  const utc = Date.parse(at);
  return day(new Date(utc + londonOffset(utc) * 3_600_000).toISOString().slice(0, 10));
}

/** The last millisecond of a day in London: what is due on a day is on time until then. */
export function londonEnd(date: Day): Instant {
  // Midnight never falls into a change of the clocks, which comes at 01:00, so the offset a millisecond before it holds.
  const midnight = (ordinal(date) + 1) * dayLength;
  const offset = londonOffset(midnight - 3_600_001);
  return instant(new Date(midnight - offset * 3_600_000 - 1).toISOString());
}
