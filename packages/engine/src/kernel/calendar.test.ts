import { shippedFrameworks } from '@assay/standards/files';
import { describe, expect, test } from 'vitest';
import { smallBook } from '../testing/index.ts';
import {
  addDays,
  addMonths,
  addWorkingDays,
  day,
  deadlineOf,
  instant,
  isWorkingDay,
  londonDay,
  londonEnd,
} from './index.ts';

const scheme = shippedFrameworks().find((shipped) => shipped.scheme !== null)?.scheme;
if (scheme == null) throw new Error('no scheme is shipped');
const book = smallBook(scheme);
const { holidays } = book;

describe('the calendar', () => {
  test.each([
    ['2026-02-27', 2, '2026-03-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-01-01', -1, '2025-12-31'],
  ])('%s and %i days is %s', (from, n, to) => expect(addDays(day(from), n)).toBe(to));

  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-10-31', 2, '2026-12-31'],
    ['2026-12-31', 12, '2027-12-31'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -24, '2024-01-15'],
  ])('%s and %i months is %s', (from, n, to) => expect(addMonths(day(from), n)).toBe(to));

  test('a working day is Monday to Friday and no bank holiday', () => {
    const working = ['2026-04-02', '2026-04-03', '2026-04-04', '2026-04-05', '2026-04-06', '2026-04-07'];
    expect(working.filter((date) => isWorkingDay(day(date), holidays))).toEqual(['2026-04-02', '2026-04-07']);
  });

  test.each([
    ['a Friday and one', '2026-03-06', 1, '2026-03-09'],
    ['a Saturday and one', '2026-03-07', 1, '2026-03-09'],
    ['over Easter', '2026-04-02', 2, '2026-04-08'],
    ['over Christmas with its substitute day', '2026-12-24', 2, '2026-12-30'],
    ['twenty over the May holidays', '2026-04-28', 20, '2026-05-28'],
  ])('working days: %s', (_title, from, n, to) => expect(addWorkingDays(day(from), n, holidays)).toBe(to));

  test('it is the next day in London from 23:00 UTC in summer, from midnight in winter', () => {
    expect(londonDay(instant('2026-07-01T22:59:59.999Z'))).toBe('2026-07-01');
    expect(londonDay(instant('2026-07-01T23:00:00.000Z'))).toBe('2026-07-02');
    expect(londonDay(instant('2026-12-01T23:59:59.999Z'))).toBe('2026-12-01');
  });

  test('the clocks change on the last Sunday of March and of October at 01:00 UTC', () => {
    expect(londonEnd(day('2026-03-28'))).toBe('2026-03-28T23:59:59.999Z');
    expect(londonEnd(day('2026-03-29'))).toBe('2026-03-29T22:59:59.999Z');
    expect(londonEnd(day('2026-10-24'))).toBe('2026-10-24T22:59:59.999Z');
    expect(londonEnd(day('2026-10-25'))).toBe('2026-10-25T23:59:59.999Z');
    expect(londonEnd(day('2028-02-29'))).toBe('2028-02-29T23:59:59.999Z');
  });

  test('it agrees with the time zone database on every day of three years', () => {
    const london = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', dateStyle: 'short' });
    for (
      let at = Date.parse('2026-01-01T23:30:00.000Z');
      at < Date.parse('2029-01-01T00:00:00.000Z');
      at += 86_400_000
    ) {
      const now = new Date(at);
      expect(londonDay(instant(now.toISOString()))).toBe(london.format(now));
    }
  });

  test('a deadline is the end of its last day in London and names the clock of the scheme that made it', () => {
    expect(deadlineOf('mark', instant('2026-03-02T12:00:00.000Z'), book)).toEqual({
      clock: 'mark',
      at: '2026-03-30T22:59:59.999Z',
    });
    expect(deadlineOf('resit', instant('2026-11-30T12:00:00.000Z'), book)).toEqual({
      clock: 'resit',
      at: '2027-02-28T23:59:59.999Z',
    });
    expect(deadlineOf('no such clock', instant('2026-03-02T12:00:00.000Z'), book)).toBeNull();
  });
});

describe('a deadline of a clock', () => {
  const clock = (value: number, unit: 'workingDays' | 'days' | 'weeks' | 'months' | 'years') => ({
    ...book,
    clocks: new Map([['any', { id: 'any', value, unit, for: 'a test' }]]),
  });
  const from = instant('2026-03-25T12:00:00.000Z');

  test.each([
    [3, 'workingDays', '2026-03-30T22:59:59.999Z'],
    [3, 'days', '2026-03-28T23:59:59.999Z'],
    [2, 'weeks', '2026-04-08T22:59:59.999Z'],
    [2, 'months', '2026-05-25T22:59:59.999Z'],
    [2, 'years', '2028-03-25T23:59:59.999Z'],
  ] as const)('of %i %s is the end in London of its last day', (value, unit, at) => {
    expect(deadlineOf('any', from, clock(value, unit))).toEqual({ at, clock: 'any' });
  });

  test('that the scheme does not have is null', () => {
    expect(deadlineOf('none', from, clock(1, 'days'))).toBeNull();
  });
});
