import { describe, expect, test } from 'vitest';
import { optionsFor, packages, wishOf } from './options.ts';

describe('pnpm mutate', () => {
  test('without a word means every package, all of its code', () =>
    expect(wishOf([])).toEqual({ packages, files: [], force: false }));

  test('takes a package, and files of it by either name', () =>
    expect(wishOf(['--', 'engine', 'src/kernel/*.ts', 'packages/engine/src/index.ts:1-9', '--force'])).toEqual({
      packages: ['engine'],
      files: ['src/kernel/*.ts', 'src/index.ts:1-9'],
      force: true,
    }));

  test('knows no other packages', () =>
    expect(() => wishOf(['standards'])).toThrow('"standards" is no package that is mutated'));
});

test('tests and what only tests use are never mutated, whatever is asked for', () =>
  expect(optionsFor('agreement', { files: ['src/icc*.ts'], force: false }).mutate).toEqual([
    'packages/agreement/src/icc*.ts',
    '!packages/agreement/src/**/*.test.ts',
    '!packages/agreement/src/**/testing/**',
  ]));
