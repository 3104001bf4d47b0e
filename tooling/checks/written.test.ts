import { expect, test } from 'vitest';
import { withPart } from './written.ts';

const begin = '<!-- chart key, written by tooling/checks/charts.ts -->';
const end = '<!-- end of chart key -->';

test('a part stands between its markers, and writing it again changes nothing', () => {
  const written = withPart(`Before\n${begin}\nold\n${end}\nAfter\n`, 'chart key', 'charts.ts', 'new\n');
  expect(written).toBe(`Before\n${begin}\nnew\n${end}\nAfter\n`);
  expect(withPart(written ?? '', 'chart key', 'charts.ts', 'new\n')).toBe(written);
});

test('a text without the markers gets no part', () => {
  expect(withPart('Before\n', 'chart key', 'charts.ts', 'x')).toBeNull();
  expect(withPart(`${end}\n${begin}\n`, 'chart key', 'charts.ts', 'x')).toBeNull();
});
