import { describe, expect, test } from 'vitest';
import { optionsFor } from './options.ts';
import { wishOf } from './runs.ts';
import { Scores } from './scores.ts';

const named = (...words: string[]) => wishOf(words).runs.map(({ name, files }) => `${name}: ${files.join(' ')}`);

describe('pnpm mutate', () => {
  test('without a word means every package, all of its code, the engine room by room', () => {
    const runs = named();
    expect(runs[0]).toBe('agreement: src/**/*.ts');
    expect(runs).toContain('engine-prior-learning: src/prior-learning/**/*.ts');
    expect(runs.some((run) => run.includes('testing'))).toBe(false);
  });

  test('takes a package, its rooms, or files of it by either name', () => {
    expect(named('agreement')).toEqual(['agreement: src/**/*.ts']);
    expect(named('engine', 'award', 'review')).toEqual([
      'engine-review: src/review/**/*.ts',
      'engine-award: src/award/**/*.ts',
    ]);
    expect(named('--', 'engine', 'src/kernel/*.ts', 'packages/engine/src/scoring/area.ts:1-9')).toEqual([
      'engine-kernel: src/kernel/*.ts',
      'engine-scoring: src/scoring/area.ts:1-9',
    ]);
    expect(wishOf(['agreement', '--force']).force).toBe(true);
    expect(wishOf([]).force).toBe(false);
  });

  test('knows no other packages', () => {
    expect(() => wishOf(['standards'])).toThrow('"standards" is no package that is mutated');
  });

  test('never mutates tests and what only tests use, whatever is asked for', () => {
    const [run] = wishOf(['agreement', 'src/icc*.ts']).runs;
    if (run === undefined) throw new Error('agreement is run');
    expect(optionsFor(run, false).mutate).toEqual([
      'packages/agreement/src/icc*.ts',
      '!packages/agreement/src/**/*.test.ts',
      '!packages/agreement/src/**/testing/**',
    ]);
  });
});

describe('the score', () => {
  const run = { name: 'engine-award', package: 'engine', files: [], tests: [] } as const;
  const mutants = (killed: number, survived: number) => [
    ...Array.from({ length: killed }, () => ({ status: 'Killed' })),
    ...Array.from({ length: survived }, () => ({ status: 'Survived' })),
    { status: 'RuntimeError' },
  ];

  test('is the share of mutants that were noticed, of a run and of its package; broken ones do not count', () => {
    const scores = new Scores();
    scores.add(run, mutants(9, 1));
    scores.add({ ...run, name: 'engine-review' }, [...mutants(28, 1), { status: 'Timeout' }, { status: 'NoCoverage' }]);
    expect(scores.table().split('\n')).toEqual([
      'engine-award               90.0 %  9 killed, 0 timed out, 1 survived, 0 not covered',
      'engine-review              93.5 %  28 killed, 1 timed out, 1 survived, 1 not covered',
      'engine in all              92.7 %  37 killed, 1 timed out, 2 survived, 1 not covered',
    ]);
    expect(scores.enough()).toBe(true);
  });

  test('is too low under 90 per cent of any package', () => {
    const scores = new Scores();
    scores.add({ ...run, package: 'agreement' }, mutants(100, 0));
    scores.add(run, mutants(89, 11));
    expect(scores.enough()).toBe(false);
  });
});
