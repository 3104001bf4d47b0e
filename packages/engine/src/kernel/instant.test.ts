import { expect, test } from 'vitest';
import { day, instant } from './index.ts';

test.each(['2026-01-01', '2024-02-29', '2000-02-29', '2026-12-31', '2026-04-30'])('reads the day %s', (text) => {
  expect(day(text)).toBe(text);
});

test.each([
  '2026-02-29',
  '2100-02-29',
  '1900-02-29',
  '2026-02-30',
  '2026-04-31',
  '2026-01-00',
  '2026-01-32',
  '2026-00-10',
  '2026-13-01',
  '2026-1-1',
  '26-01-01',
  '2026-01-01T00:00:00.000Z',
  ' 2026-01-01',
  '2026-01-01\n',
  '',
])('refuses %j as a day', (text) => {
  expect(() => day(text)).toThrow(`${JSON.stringify(text)} is not a day such as 2026-11-22`);
});

test.each(['2026-11-22T05:54:00.000Z', '2024-02-29T23:59:59.999Z', '2026-01-01T00:00:00.000Z'])(
  'reads the instant %s',
  (text) => {
    expect(instant(text)).toBe(text);
    expect(new Date(text).toISOString()).toBe(text);
  },
);

test.each([
  '2026-02-29T12:00:00.000Z',
  '2026-11-22T24:00:00.000Z',
  '2026-11-22T29:00:00.000Z',
  '2026-11-22T12:60:00.000Z',
  '2026-11-22T12:00:60.000Z',
  '2026-11-22T12:00:00Z',
  '2026-11-22T12:00:00.000+00:00',
  '2026-11-22T12:00:00.000',
  '2026-11-22 12:00:00.000Z',
  '2026-11-22',
  '',
])('refuses %j as an instant', (text) => {
  expect(() => instant(text)).toThrow(`${JSON.stringify(text)} is not an instant such as 2026-11-22T05:54:00.000Z`);
});

test('the text order of instants is their order in time', () => {
  const moments = ['2026-03-01T09:00:00.000Z', '2026-02-28T23:59:59.999Z', '2026-03-01T08:59:59.999Z'].map(instant);
  expect(moments.toSorted()).toEqual(moments.toSorted((a, b) => Date.parse(a) - Date.parse(b)));
});
