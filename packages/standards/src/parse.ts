import { accreditationFlaws, appraisalFlaws } from './appraisal.checks.ts';
import { appraisalSchema } from './appraisal.schema.ts';
import type { AppraisalProfile } from './appraisal.schema.ts';
import { BrokenFile } from './broken-file.ts';
import type { Flaw } from './broken-file.ts';
import { frameworkFlaws } from './framework.checks.ts';
import { frameworkSchema } from './framework.schema.ts';
import type { Framework } from './framework.schema.ts';
import { parseJson } from './json.ts';
import { readShape } from './read-shape.ts';
import { schemeFlaws } from './scheme.checks.ts';
import { schemeSchema } from './scheme.schema.ts';
import type { Scheme } from './scheme.schema.ts';

/** One sentence at a time: an editor mends the first flaw and reads the file again. */
const refuseFirst = (flaws: Iterable<Flaw>, fileName: string): void => {
  for (const flaw of flaws) throw new BrokenFile(fileName, flaw);
};

/**
 * The framework that the text of a `framework.json` holds: shape and cross-references checked.
 * @param fileName how the file is named in a refusal
 * @throws BrokenFile for the first thing that is wrong
 */
export const parseFramework = (text: string, fileName: string): Framework => {
  const framework = readShape(frameworkSchema, parseJson(text, fileName), fileName);
  refuseFirst(frameworkFlaws(framework), fileName);
  return framework;
};

/**
 * The scheme that the text of a `scheme.json` holds, checked against the framework it belongs to.
 * @param fileName how the file is named in a refusal
 * @throws BrokenFile for the first thing that is wrong
 */
export const parseScheme = (text: string, fileName: string, framework: Framework): Scheme => {
  const scheme = readShape(schemeSchema, parseJson(text, fileName), fileName);
  refuseFirst(schemeFlaws(scheme, framework), fileName);
  return scheme;
};

/**
 * The appraisal profile that the text of an `appraisal.json` holds, checked against the framework it belongs to.
 * @param fileName how the file is named in a refusal
 * @throws BrokenFile for the first thing that is wrong
 */
export const parseAppraisal = (text: string, fileName: string, framework: Framework): AppraisalProfile => {
  const profile = readShape(appraisalSchema, parseJson(text, fileName), fileName);
  refuseFirst(appraisalFlaws(profile, framework), fileName);
  return profile;
};

/**
 * The scheme that the text of an `accreditation.json` holds: a scheme like any other, whose scale reaches every level
 * that an appraisal profile may expect.
 * @param fileName how the file is named in a refusal
 * @throws BrokenFile for the first thing that is wrong
 */
export const parseAccreditation = (
  text: string,
  fileName: string,
  framework: Framework,
  profile: AppraisalProfile,
): Scheme => {
  const scheme = parseScheme(text, fileName, framework);
  refuseFirst(accreditationFlaws(scheme, profile), fileName);
  return scheme;
};
