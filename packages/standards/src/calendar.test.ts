import { expect, test } from 'vitest';
import { englandsHolidays } from './calendar.ts';

const { from, until, holidays } = englandsHolidays;
const weekday = (date: string) => new Date(`${date}T00:00:00.000Z`).getUTCDay();

test('the days are in order, once each, within the years that the calendar claims to know', () => {
  const days = holidays.map(({ day }) => day);
  expect(days).toEqual([...new Set(days)].toSorted((a, b) => (a < b ? -1 : 1)));
  expect(days.every((day) => day >= from && day <= until)).toBe(true);
});

test('every year has eight bank holidays, and none falls on a weekend', () => {
  const years = Map.groupBy(holidays, ({ day }) => day.slice(0, 4));
  expect([...years].map(([year, list]) => [year, list.length])).toEqual(
    ['2024', '2025', '2026', '2027', '2028'].map((year) => [year, 8]),
  );
  expect(holidays.filter(({ day }) => [0, 6].includes(weekday(day)))).toEqual([]);
});

test('a holiday on a weekend has its substitute day', () => {
  const named = (name: string) => holidays.filter((holiday) => holiday.name === name).map(({ day }) => day);
  expect(named('Boxing Day (substitute day)')).toEqual(['2026-12-28', '2027-12-28']);
  expect(named('Christmas Day (substitute day)')).toEqual(['2027-12-27']);
  expect(named("New Year's Day (substitute day)")).toEqual(['2028-01-03']);
});
