import { expect, test } from 'vitest';
import { withChart } from './charts.ts';

const begin = '<!-- chart key, written by tooling/checks/charts.ts -->';
const end = '<!-- end of chart key -->';

test('a chart stands between its markers, and writing it again changes nothing', () => {
  const written = withChart(`Before\n${begin}\nold\n${end}\nAfter\n`, 'key', 'stateDiagram-v2\n');
  expect(written).toBe(`Before\n${begin}\n\`\`\`mermaid\nstateDiagram-v2\n\`\`\`\n${end}\nAfter\n`);
  expect(withChart(written ?? '', 'key', 'stateDiagram-v2\n')).toBe(written);
});

test('a README without the markers gets no chart', () => {
  expect(withChart('Before\n', 'key', 'x')).toBeNull();
  expect(withChart(`${end}\n${begin}\n`, 'key', 'x')).toBeNull();
});
