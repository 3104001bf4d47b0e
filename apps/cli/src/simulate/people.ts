import {
  addDays,
  day,
  instant,
  personId,
  providerId,
  type Actor,
  type Day,
  type Instant,
  type ProviderId,
  type Role,
} from '@assay/engine';

/** The simulated provider; where there are several, the first. */
export const house = providerId('simulated');

/** A simulated person in a role. */
export function by(name: string, role: Role, provider: ProviderId): Actor {
  return { person: personId(name), role, provider };
}

const first = day('2026-01-05');
const calendarDays: Day[] = [];
const noons: Instant[] = [];

/** The n-th day of the simulated year, from 0. */
export function calendar(n: number): Day {
  return (calendarDays[n] ??= addDays(first, n));
}

/** Which day of the simulated year a day is, from 0; NaN for none. */
export const dayNumber = (text: string): number => Math.round((Date.parse(text) - Date.parse(first)) / 86_400_000);

/** Noon of the n-th day: no time of day of this machine goes into a simulation. */
export function at(n: number): Instant {
  return (noons[n] ??= instant(`${calendar(n)}T12:00:00.000Z`));
}

/** What happens on which day of an attempt, counted from the day on which it was opened. */
export const days = {
  opened: 0,
  planned: 20,
  gathered: 30,
  submitted: 50,
  due: 60,
  late: 62,
  extended: 64,
  accepted: 75,
  allocated: 76,
  begun: 77,
  visited: 80,
  judged: 85,
  sealed: 90,
  conferred: 92,
  adjudicated: 96,
  drawn: 100,
  moderated: 104,
  sentBack: 107,
  external: 110,
  signed: 114,
  released: 116,
  /** Clerical checks and reviews of marking are asked for within days of the release. */
  reviewed: 120,
} as const;

/** Days between a release and the opening of the attempt that follows from it. */
export const between = 125;
