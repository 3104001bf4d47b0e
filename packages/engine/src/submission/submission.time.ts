import {
  addWorkingDays,
  deadlineOf,
  londonDay,
  londonEnd,
  type Day,
  type Deadline,
  type Instant,
  type Rulebook,
} from '../kernel/index.ts';

/** What is due on a day is on time until that day is over in London. */
export function dueOf(dueOn: Day): Deadline {
  return { at: londonEnd(dueOn), clock: 'due' };
}

export function isPastDue(dueOn: Day, at: Instant): boolean {
  return at > londonEnd(dueOn);
}

/** Until when a portfolio may still be handed in late. A scheme without late time has none: it ends with the due. */
export function lateDue(dueOn: Day, book: Rulebook): Deadline {
  return deadlineOf('late', londonEnd(dueOn), book) ?? { at: londonEnd(dueOn), clock: 'late' };
}

/** The due day once an extension is added. It is counted from the due day, not from the day on which it is granted. */
export function extended(dueOn: Day, workingDays: number, { holidays }: Rulebook): Day {
  return addWorkingDays(dueOn, workingDays, holidays);
}

/**
 * By when a returned portfolio comes back: its due again, or where that has passed, or leaves less, as long as the late
 * time of the scheme, counted from the return. What was handed in on time does not become late by being mended.
 */
export function returnedDue(dueOn: Day, at: Instant, book: Rulebook): { readonly dueOn: Day; readonly due: Deadline } {
  const mending = deadlineOf('late', at, book) ?? { at: londonEnd(londonDay(at)), clock: 'late' };
  return mending.at > londonEnd(dueOn) ? { dueOn: londonDay(mending.at), due: mending } : { dueOn, due: dueOf(dueOn) };
}
