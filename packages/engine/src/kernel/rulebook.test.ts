import { shippedFrameworks } from '@assay/standards/files';
import { describe, expect, test } from 'vitest';
import { smallBook, smallFramework } from '../testing/small-book.ts';
import { onRoute, rulebook } from './index.ts';

const [npqicl] = shippedFrameworks();
if (npqicl?.scheme == null) throw new Error('no scheme is shipped');
const shipped = npqicl.scheme;
const small = smallBook(shipped);
const whole = rulebook(npqicl.framework, shipped);
const codes = (measures: Iterable<{ readonly code: string }>) => [...measures].map(({ code }) => code);

describe('a rulebook', () => {
  test('parts what is scored from what is noted, in source order', () => {
    expect(codes(small.judged.values())).toEqual(['ONE.S1', 'ONE.S2', 'TWO.S1']);
    expect(codes(small.covered.values())).toEqual(['ONE.K1', 'TWO.K1']);
    expect([whole.judged.size, whole.covered.size]).toEqual([53, 69]);
  });

  test('leaves out a kind that the scheme neither scores nor notes', () => {
    const scored = rulebook(smallFramework, { ...shipped, judgedKinds: [], coverageKinds: [] });
    expect([scored.judged.size, scored.covered.size]).toEqual([0, 0]);
  });

  test('says of every statement where it belongs, what it is called, and what it takes', () => {
    expect([...small.judged]).toEqual([
      ['ONE.S1', { code: 'ONE.S1', area: 'ONE', kind: 'S', label: 'standard 1', critical: false, threshold: 2 }],
      ['ONE.S2', { code: 'ONE.S2', area: 'ONE', kind: 'S', label: 'standard 2', critical: true, threshold: 2 }],
      ['TWO.S1', { code: 'TWO.S1', area: 'TWO', kind: 'S', label: 'standard 1', critical: false, threshold: 2 }],
    ]);
    expect([...small.covered.values()].map(({ label }) => label)).toEqual(['knowledge 1', 'knowledge 1']);
    const bar3 = [...whole.judged.values()].find(({ code }) => code === 'BAR.S3');
    expect(bar3).toMatchObject({ area: 'BAR', label: 'standard 3', critical: true });
  });

  test('holds the standards of each area, and the areas in the framework’s order with their titles', () => {
    expect([...small.judgedIn].map(([area, measures]) => [area, codes(measures)])).toEqual([
      ['ONE', ['ONE.S1', 'ONE.S2']],
      ['TWO', ['TWO.S1']],
    ]);
    expect(small.areas).toEqual(['ONE', 'TWO']);
    expect([...small.areaTitles]).toEqual([
      ['ONE', 'Area ONE'],
      ['TWO', 'Area TWO'],
    ]);
    expect(whole.areas.map((area) => whole.judgedIn.get(area)?.length)).toEqual([9, 10, 6, 10, 9, 9]);
  });

  test('takes its figures from the scheme', () => {
    expect(small).toMatchObject({
      framework: 'small',
      scheme: 'small',
      edition: shipped.edition,
      highest: 4,
      threshold: 2,
      currencyMonths: 24,
      attempts: 2,
      gates: ['C2'],
      routes: ['standard', 'research'],
      sufficiency: { fromScore: 2, items: 2, methods: 2 },
      resit: { areasAtMost: 2, months: 3 },
      retake: { months: 6 },
      extension: { workingDays: 10, workingDaysInAll: 20 },
      priorLearning: { fractionAtMost: 0.5, wholeAreas: false },
      appraisal: null,
    });
    expect([...small.components.keys()]).toEqual(['C1', 'C2']);
    expect(small.clocks.get('mark')).toMatchObject({ value: 20, unit: 'workingDays' });
    expect(small.secondMarking).toEqual(shipped.secondMarking);
    expect(small.tolerance).toEqual(shipped.tolerance);
    expect(small.sampling).toEqual(shipped.sampling);
    expect(small.holidays.has('2026-12-25')).toBe(true);
  });

  test('takes the allowance of the profile in force, and allows nothing where the profile is not described', () => {
    expect(small.allowance).toEqual({ belowThresholdAtMost: 0, lowestScore: 2, reasonRequired: false });
    expect(rulebook(smallFramework, { ...shipped, profile: 'tolerant' }).allowance).toEqual({
      belowThresholdAtMost: 1,
      lowestScore: 1,
      reasonRequired: true,
    });
    expect(rulebook(smallFramework, { ...shipped, profiles: [], threshold: 3 }).allowance).toEqual({
      belowThresholdAtMost: 0,
      lowestScore: 3,
      reasonRequired: false,
    });
  });
});

describe('a component on a route', () => {
  const handedIn = (route: string) =>
    [...whole.components.values()].filter((component) => onRoute(component, route)).map(({ id }) => id);

  test('is one that the candidate hands in there: their own, and those of no route', () => {
    expect(handedIn('standard')).toEqual(['C1', 'C2', 'C3', 'C4']);
    expect(handedIn('research')).toEqual(['P1', 'C3', 'C4']);
  });
});
