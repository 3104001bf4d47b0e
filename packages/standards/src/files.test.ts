import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

import {
  readAccreditation,
  readAppraisal,
  readFramework,
  readScheme,
  shippedAppraisals,
  shippedFrameworks,
} from './files.ts';
import { damaged, tinyAppraisal, tinyFramework, tinyScheme } from './testing/tiny.ts';

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

test("a folder of one's own is read with its appraisal profile, and with a scheme of accreditation", () => {
  writeFileSync(join(folder, 'framework.json'), tinyFramework);
  const framework = readFramework(folder);
  expect(readAppraisal(folder, framework)).toBeNull();
  writeFileSync(join(folder, 'appraisal.json'), tinyAppraisal);
  const profile = readAppraisal(folder, framework);
  expect(profile?.id).toBe('tiny-appraisal');
  if (profile === null) return;
  expect(readAccreditation(folder, framework, profile)).toBeNull();
  const third = '{ "score": 2, "name": "Able", "descriptor": "more" }';
  const scale = '"descriptor": "enough" }';
  writeFileSync(join(folder, 'accreditation.json'), damaged(tinyScheme, scale, `${scale}, ${third}`));
  expect(readAccreditation(folder, framework, profile)?.id).toBe('tiny-default');
  writeFileSync(join(folder, 'accreditation.json'), tinyScheme);
  expect(() => readAccreditation(folder, framework, profile)).toThrow(
    `${join(folder, 'accreditation.json')}: scale ends at 1; let it reach 2, the highest level of tiny-appraisal.`,
  );
});

test('shipped appraisals come in the order of their frameworks, each with its own profile and scheme', () => {
  const found = shippedAppraisals();
  const ids = found.map(({ framework }) => framework.id);
  expect(ids).toEqual(ids.toSorted());
  expect(found.map(({ appraisal }) => appraisal.framework)).toEqual(ids);
  const accredited = found.flatMap(({ framework, accreditation }) =>
    accreditation === null ? [] : [[framework.id, accreditation.framework]],
  );
  expect(accredited.filter(([framework, named]) => framework !== named)).toEqual([]);
});
