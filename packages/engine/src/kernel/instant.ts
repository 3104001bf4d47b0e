declare const brand: unique symbol;

/** A moment in UTC to the millisecond, `2026-11-22T05:54:00.000Z`. Text order is time order. */
export type Instant = string & { readonly [brand]: 'instant' };

/** A day of the calendar, `2026-11-22`. Text order is time order. */
export type Day = string & { readonly [brand]: 'day' };

const isInstant = (text: string): text is Instant =>
  /^\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/.test(text) && realDay(text.slice(0, 10));
const isDay = (text: string): text is Day => /^\d{4}-\d\d-\d\d$/.test(text) && realDay(text);

function realDay(text: string): boolean {
  const [year = 0, month = 0, date = 0] = text.split('-').map(Number);
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return date >= 1 && date <= (lengths[month - 1] ?? 0);
}

/** Reads an instant; a TypeError says what was wrong with the text. */
export function instant(text: string): Instant {
  if (!isInstant(text))
    throw new TypeError(`${JSON.stringify(text)} is not an instant such as 2026-11-22T05:54:00.000Z`);
  return text;
}

/** Reads a day; a TypeError says what was wrong with the text. */
export function day(text: string): Day {
  if (!isDay(text)) throw new TypeError(`${JSON.stringify(text)} is not a day such as 2026-11-22`);
  return text;
}
