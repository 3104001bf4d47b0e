import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { readFramework, readScheme, shippedFrameworks } from './files.ts';
import { tinyFramework, tinyScheme } from './testing/tiny.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'assay-standards-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

test("a folder of one's own is read with its scheme", () => {
  writeFileSync(join(folder, 'framework.json'), tinyFramework);
  writeFileSync(join(folder, 'scheme.json'), tinyScheme);
  const framework = readFramework(folder);
  expect(framework.id).toBe('tiny-2026');
  expect(readScheme(folder, framework)?.id).toBe('tiny-default');
});

test('a folder without a scheme is whole', () => {
  writeFileSync(join(folder, 'framework.json'), tinyFramework);
  expect(readScheme(folder, readFramework(folder))).toBeNull();
});

test('a folder without a framework is refused by the name of the missing file', () => {
  const empty = join(folder, 'empty');
  mkdirSync(empty);
  expect(() => readFramework(empty)).toThrow(
    `${join(empty, 'framework.json')}: the file is missing; put it there or take the folder away.`,
  );
});

test('shipped frameworks come in the order of their ids', () => {
  const ids = shippedFrameworks().map(({ framework }) => framework.id);
  expect(ids).toEqual(ids.toSorted());
});
