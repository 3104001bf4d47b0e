import type { z } from 'zod';

import { BrokenFile } from './broken-file.ts';
import type { Flaw } from './broken-file.ts';

type Path = readonly PropertyKey[];

/** `["areas", 2, "title"]` as `areas[2].title`; the empty path is the file itself. */
const fieldAt = (path: Path): string =>
  path.reduce<string>(
    (field, step) =>
      typeof step === 'number' ? `${field}[${step}]` : field === '' ? String(step) : `${field}.${String(step)}`,
    '',
  ) || 'the file';

const valueAt = (data: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (value, step) => (typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined),
    data,
  );

const described = (value: unknown): string => {
  if (value === undefined) return 'is missing';
  if (value === null) return 'is null';
  if (Array.isArray(value)) return value.length === 0 ? 'is an empty list' : 'is a list';
  if (typeof value === 'object') return 'is an object';
  if (value === '') return 'is empty';
  return `is ${JSON.stringify(value)}`;
};

const flawOf = (issue: z.core.$ZodIssue, data: unknown): Flaw => {
  const stray = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
  if (stray !== undefined) {
    return {
      field: fieldAt([...issue.path, stray]),
      problem: 'is not a field known here',
      remedy: 'correct its spelling or take it out',
    };
  }
  return {
    field: fieldAt(issue.path),
    problem: described(valueAt(data, issue.path)),
    remedy: issue.message,
  };
};

/**
 * `data` in the shape of `schema`.
 * @throws BrokenFile for the first field that does not fit.
 */
export const readShape = <Schema extends z.ZodType>(
  schema: Schema,
  data: unknown,
  fileName: string,
): z.output<Schema> => {
  const result = schema.safeParse(data);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  if (!issue) throw result.error;
  throw new BrokenFile(fileName, flawOf(issue, data));
};
