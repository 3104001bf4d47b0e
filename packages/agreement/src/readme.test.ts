import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { agreementReport, benchmark } from './index.ts';

test('the example of the README prints what it says', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const marks = /const marks = \[(.*)\];/.exec(readme)?.[1] ?? '';
  const pairs = [...marks.matchAll(/\[(\d), (\d)\]/g)].map(([, first, second]) => [Number(first), Number(second)]);
  const rows = pairs.flatMap((pair, unit) => pair.map((rating, rater) => ({ unit, rater, rating })));
  const { gwetAC } = agreementReport(rows, { weights: 'quadratic', categories: [0, 1, 2, 3, 4] });
  if (gwetAC.value === null) throw new Error(gwetAC.reason);
  const [value, se, low] = [gwetAC.value, gwetAC.se, gwetAC.ci[0]].map((number) => `${String(number).slice(0, 5)}…`);
  expect(readme).toContain(`{ value: ${value}, se: ${se}, ci: [ ${low}, ${gwetAC.ci[1]} ] }`);
  expect(benchmark(gwetAC, 'landisKoch')).toMatchObject({ level: /level: '([a-z ]+)'/.exec(readme)?.[1] });
});
