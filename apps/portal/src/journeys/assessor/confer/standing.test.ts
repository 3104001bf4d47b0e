import { expect, test } from 'vitest';

import type { Difference } from '../../../shared/marking/apart.ts';
import { nothingSaid, saidIn, textOf } from './said.ts';
import { choicesOn, nextToSay, standingOf } from './standing.ts';

const mark = (
  marker: string,
  given: number | boolean,
  position: number | boolean | null,
): Difference['marks'][number] => ({
  marker,
  assessorName: marker,
  review: marker,
  mark: given,
  reason: 'Why.',
  evidence: [],
  position:
    position === null ? null : { value: position, reason: 'Why now.', at: '2026-01-01T00:00:00.000Z', round: 1 },
});
const apart = (place: string, one: number | null, other: number | null, open = true): Difference => ({
  place,
  kind: 'standard',
  marks: [mark('first', 4, one), mark('second', 1, other)],
  open,
  record: open ? null : 2,
  how: open ? null : 'conferred',
});

test('a point is agreed, the reader’s to say, the other’s, or still apart', () => {
  const seen = (one: number | null, other: number | null) =>
    (['first', 'second'] as const).map((own) => standingOf(apart('LLD.S1', one, other), own));
  expect(seen(null, null)).toEqual(['unsaid', 'unsaid']);
  expect(seen(2, null)).toEqual(['waits', 'unsaid']);
  expect(seen(2, 3)).toEqual(['apart', 'apart']);
  expect(standingOf(apart('LLD.S1', 2, 2, false), 'first')).toBe('agreed');
});

test('what comes next is the nearest point on which the reader has something to say, round to the beginning', () => {
  const points = [apart('A', null, null), apart('B', 2, null), apart('C', 2, 2, false), apart('D', 2, 3)];
  expect(nextToSay(points, 'A', 'first')).toBe('D');
  expect(nextToSay(points, 'D', 'first')).toBe('A');
  expect(nextToSay([apart('B', 2, null)], 'B', 'first')).toBeNull();
});

test('MAR-8 a position lies between the two marks, a third’s aside; a gate is met or not', () => {
  expect(choicesOn(apart('LLD.S1', null, null))).toEqual([1, 2, 3, 4]);
  const two = apart('LLD.S1', null, null);
  expect(choicesOn({ ...two, marks: [...two.marks, mark('third', 0, null)] })).toEqual([1, 2, 3, 4]);
  const gate: Difference = { ...two, kind: 'gate', marks: [mark('first', true, null), mark('second', false, null)] };
  expect(choicesOn(gate)).toEqual([true, false]);
});

test('what is kept of something said comes back as it was, and anything else is nothing said', () => {
  for (const said of [
    { value: 2, reason: 'Half a sen' },
    { value: false, reason: '' },
    { value: null, reason: 'x' },
  ])
    expect(saidIn(textOf(said))).toEqual(said);
  expect(textOf(nothingSaid)).toBe('');
  for (const other of ['', 'null', '7', '{', '{"value":"2","reason":3}']) expect(saidIn(other)).toEqual(nothingSaid);
});
