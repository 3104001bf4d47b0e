import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { AppraisalProfile } from './appraisal.schema.ts';
import { BrokenFile } from './broken-file.ts';
import type { Framework } from './framework.schema.ts';
import { parseAccreditation, parseAppraisal, parseFramework, parseScheme } from './parse.ts';
import type { Scheme } from './scheme.schema.ts';

export type ShippedFramework = { readonly framework: Framework; readonly scheme: Scheme | null };

/** A framework by which people are appraised, and the scheme that accredits what is expected of them, if it has one. */
export type ShippedAppraisal = {
  readonly framework: Framework;
  readonly appraisal: AppraisalProfile;
  readonly accreditation: Scheme | null;
};

const packageFolder = fileURLToPath(new URL('..', import.meta.url));
const dataFolder = join(packageFolder, 'data');

/** Shipped files are named as they stand in this package, others as the caller named them. */
const shownAs = (file: string): string => (file.startsWith(packageFolder) ? relative(packageFolder, file) : file);

/**
 * The framework in a folder's `framework.json`.
 * @throws BrokenFile if the file is missing or broken
 */
export const readFramework = (folder: string): Framework => {
  const file = join(folder, 'framework.json');
  if (!existsSync(file)) {
    throw new BrokenFile(shownAs(file), {
      field: 'the file',
      problem: 'is missing',
      remedy: 'put it there or take the folder away',
    });
  }
  return parseFramework(readFileSync(file, 'utf8'), shownAs(file));
};

/**
 * The scheme in a folder's `scheme.json`, or null where the folder has none.
 * @throws BrokenFile if the file is there and broken
 */
export const readScheme = (folder: string, framework: Framework): Scheme | null => {
  const file = join(folder, 'scheme.json');
  if (!existsSync(file)) return null;
  return parseScheme(readFileSync(file, 'utf8'), shownAs(file), framework);
};

/**
 * The appraisal profile in a folder's `appraisal.json`, or null where the folder has none.
 * @throws BrokenFile if the file is there and broken
 */
export const readAppraisal = (folder: string, framework: Framework): AppraisalProfile | null => {
  const file = join(folder, 'appraisal.json');
  if (!existsSync(file)) return null;
  return parseAppraisal(readFileSync(file, 'utf8'), shownAs(file), framework);
};

/**
 * The scheme in a folder's `accreditation.json`, or null where the folder has none.
 * @throws BrokenFile if the file is there and broken
 */
export const readAccreditation = (folder: string, framework: Framework, profile: AppraisalProfile): Scheme | null => {
  const file = join(folder, 'accreditation.json');
  if (!existsSync(file)) return null;
  return parseAccreditation(readFileSync(file, 'utf8'), shownAs(file), framework, profile);
};

/**
 * Every framework in this package's `data` folder, one per folder, in the order of their names.
 * A folder may be taken away or added; its name is the framework's id, so no two can share one.
 * @throws BrokenFile if any of them is broken
 */
export const shippedFrameworks = (): readonly ShippedFramework[] => {
  if (!existsSync(dataFolder)) return [];
  const names = readdirSync(dataFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => entry.name)
    .toSorted();
  return names.map((name) => {
    const folder = join(dataFolder, name);
    const framework = readFramework(folder);
    if (framework.id !== name) {
      throw new BrokenFile(shownAs(join(folder, 'framework.json')), {
        field: 'id',
        problem: `is "${framework.id}"`,
        remedy: `write "${name}" or rename the folder, since a folder bears its framework's id`,
      });
    }
    return { framework, scheme: readScheme(folder, framework) };
  });
};

/**
 * Every framework of this package that has an appraisal profile. Apart from `shippedFrameworks`, whose first scheme is
 * what an installation assesses: an appraisal, or the accreditation that rests on it, changes nothing there.
 * @throws BrokenFile if any of them is broken
 */
export const shippedAppraisals = (): readonly ShippedAppraisal[] =>
  shippedFrameworks().flatMap(({ framework }) => {
    const folder = join(dataFolder, framework.id);
    const appraisal = readAppraisal(folder, framework);
    if (appraisal === null) return [];
    return [{ framework, appraisal, accreditation: readAccreditation(folder, framework, appraisal) }];
  });
