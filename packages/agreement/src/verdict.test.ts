import { describe, expect, test } from 'vitest';
import {
  benchmark,
  monitoringThresholds,
  normalProbability,
  verdictOn,
  verdictOnBenchmark,
  type BenchmarkScale,
} from './index.ts';

describe('verdicts', () => {
  const kappa = (value: number) => verdictOn({ value }, monitoringThresholds.quadraticKappa, { portfolios: 8 });

  test('are green, amber and red from the thresholds on, and a difference counts by its size', () => {
    expect([0.7, 0.69, 0.6, 0.59].map(kappa)).toEqual([
      { value: 'green' },
      { value: 'amber' },
      { value: 'amber' },
      { value: 'red' },
    ]);
    const differ = (value: number) =>
      verdictOn({ value }, monitoringThresholds.meanSignedDifference, { portfolios: 8 });
    expect([-0.15, 0.2, -0.4].map(differ)).toEqual([{ value: 'green' }, { value: 'amber' }, { value: 'red' }]);
    expect(verdictOn({ value: 0.1 + 0.2 }, monitoringThresholds.meanSignedDifference, { portfolios: 8 })).toEqual({
      value: 'amber',
    });
  });

  test('under eight double-marked portfolios it is too few to say', () => {
    const few = { value: null, reason: 'Too few to say: 7 double-marked portfolios, 8 are needed.' };
    expect(verdictOn({ value: 1 }, monitoringThresholds.quadraticKappa, { portfolios: 7 })).toEqual(few);
    expect(verdictOnBenchmark({ level: 'substantial', cumulative: [] }, { portfolios: 7 })).toEqual(few);
    expect(verdictOn({ value: 1 }, monitoringThresholds.quadraticKappa, { portfolios: 7, least: 5 })).toEqual({
      value: 'green',
    });
  });

  test('a benchmark is read with its doubt, and what is unknown stays unknown', () => {
    const lights = [0.9, 0.72, 0.5].map((value) =>
      verdictOnBenchmark(benchmark({ value, se: 0.03, ci: [0, 1] }, 'landisKoch'), { portfolios: 9 }),
    );
    expect(lights).toEqual([{ value: 'green' }, { value: 'green' }, { value: 'amber' }]);
    expect(
      verdictOnBenchmark(benchmark({ value: 0.62, se: 0.2, ci: [0, 1] }, 'landisKoch'), { portfolios: 9 }),
    ).toEqual({ value: 'red' });
    const unknown = { value: null, reason: 'No unit was rated by two raters.' } as const;
    expect(verdictOnBenchmark(benchmark(unknown, 'altman'), { portfolios: 9 })).toEqual(unknown);
    expect(verdictOn(unknown, monitoringThresholds.ordinalAlpha, { portfolios: 9 })).toEqual(unknown);
  });

  test('a rule may want more or less, and its bound belongs to the better light', () => {
    const rule = { green: 0.2, amber: 0.4, rule: 'atMost' } as const;
    const of = (value: number) => verdictOn({ value }, rule, { portfolios: 8 }).value;
    expect([0.2, 0.200001, 0.4, -0.4, 0.400001].map(of)).toEqual(['green', 'amber', 'amber', 'amber', 'red']);
    // A share of ten that misses its bound by its last binary digit only does not miss it.
    expect(verdictOn({ value: 0.9 - 1e-12 }, monitoringThresholds.passLineAgreement, { portfolios: 8 }).value).toBe(
      'green',
    );
  });

  test('far below zero is not agreement', () => expect(kappa(-0.9)).toEqual({ value: 'red' }));

  test('the thresholds of the default scheme are these', () =>
    expect(monitoringThresholds).toEqual({
      passLineAgreement: { green: 0.9, amber: 0.8, rule: 'atLeast' },
      quadraticKappa: { green: 0.7, amber: 0.6, rule: 'atLeast' },
      ordinalAlpha: { green: 0.8, amber: 0.667, rule: 'atLeast' },
      meanSignedDifference: { green: 0.15, amber: 0.3, rule: 'atMost' },
    }));

  test.each([
    ['almost perfect', 'green'],
    ['substantial', 'green'],
    ['moderate', 'amber'],
    ['fair', 'red'],
    ['slight', 'red'],
    ['poor', 'red'],
  ])('a benchmark of %s is %s', (level, value) =>
    expect(verdictOnBenchmark({ level, cumulative: [] }, { portfolios: 8 })).toEqual({ value }),
  );
});

describe('a benchmark', () => {
  const levelOf = (value: number, se: number, scale: BenchmarkScale = 'landisKoch') => {
    const answer = benchmark({ value, se, ci: [value, value] }, scale);
    return 'level' in answer ? answer.level : answer.reason;
  };

  test.each([
    [
      'landisKoch',
      ['almost perfect', 'substantial', 'moderate', 'fair', 'slight', 'poor'],
      [0.8, 0.6, 0.4, 0.2, 0, -1],
    ],
    ['altman', ['very good', 'good', 'moderate', 'fair', 'poor'], [0.8, 0.6, 0.4, 0.2, -1]],
    ['fleiss', ['excellent', 'intermediate to good', 'poor'], [0.75, 0.4, -1]],
  ] as const)('without doubt is the level of the %s scale that begins at or under the value', (scale, levels, from) => {
    levels.forEach((level, index) => expect(levelOf(from[index] ?? Number.NaN, 0, scale)).toBe(level));
    levels
      .slice(1)
      .forEach((level, index) => expect(levelOf((from[index] ?? Number.NaN) - 1e-9, 0, scale)).toBe(level));
    expect(levelOf(1, 0, scale)).toBe(levels[0]);
  });

  test('wants a probability above .95, so that just .95 is not enough', () => {
    // All of the doubt lies well inside [-1, 1]: .8 is 1.6449 errors below the value.
    const error = 0.01;
    expect(levelOf(0.8 + 1.645 * error, error)).toBe('almost perfect');
    expect(levelOf(0.8 + 1.6447 * error, error)).toBe('substantial');
  });

  test('counts no doubt beyond -1 and 1', () => {
    const answer = benchmark({ value: 0.9, se: 0.5, ci: [0, 1] }, 'fleiss');
    if ('value' in answer) throw new Error(answer.reason);
    const normal = (z: number) => normalProbability(z / 0.5);
    const all = normal(1.9) - normal(-0.1);
    expect(answer.cumulative.map(({ level }) => level)).toEqual(['excellent', 'intermediate to good', 'poor']);
    [0.75, 0.4, -1].forEach((from, index) =>
      expect(answer.cumulative[index]?.probability).toBeCloseTo((normal(0.9 - from) - normal(-0.1)) / all, 12),
    );
  });

  test('of what lies outside says so, and of what is unknown why', () => {
    expect(levelOf(-1.5, 0, 'fleiss')).toBe('The coefficient lies outside of -1 to 1.');
    expect(benchmark({ value: null, reason: 'Nothing.' }, 'altman')).toEqual({ value: null, reason: 'Nothing.' });
  });
});
