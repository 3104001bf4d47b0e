import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** How many requirements of level 1 and 2 each section of OWASP ASVS 5.0.0 has; they are numbered from 1. */
const sections: Readonly<Record<string, number>> = {
  'V1.1': 2,
  'V1.2': 9,
  'V1.3': 11,
  'V1.4': 3,
  'V1.5': 2,
  'V2.1': 3,
  'V2.2': 3,
  'V2.3': 4,
  'V2.4': 1,
  'V3.2': 2,
  'V3.3': 4,
  'V3.4': 6,
  'V3.5': 5,
  'V3.7': 2,
  'V4.1': 3,
  'V4.2': 1,
  'V4.3': 2,
  'V4.4': 4,
  'V5.1': 1,
  'V5.2': 3,
  'V5.3': 2,
  'V5.4': 3,
  'V6.1': 3,
  'V6.2': 12,
  'V6.3': 4,
  'V6.4': 4,
  'V6.5': 5,
  'V6.6': 3,
  'V6.8': 4,
  'V7.1': 3,
  'V7.2': 4,
  'V7.3': 2,
  'V7.4': 5,
  'V7.5': 2,
  'V7.6': 2,
  'V8.1': 2,
  'V8.2': 3,
  'V8.3': 1,
  'V8.4': 1,
  'V9.1': 3,
  'V9.2': 4,
  'V10.1': 2,
  'V10.2': 2,
  'V10.3': 4,
  'V10.4': 11,
  'V10.5': 5,
  'V10.6': 2,
  'V10.7': 3,
  'V11.1': 2,
  'V11.2': 3,
  'V11.3': 3,
  'V11.4': 4,
  'V11.5': 1,
  'V11.6': 1,
  'V12.1': 3,
  'V12.2': 2,
  'V12.3': 4,
  'V13.1': 1,
  'V13.2': 5,
  'V13.3': 2,
  'V13.4': 5,
  'V14.1': 2,
  'V14.2': 4,
  'V14.3': 3,
  'V15.1': 3,
  'V15.2': 3,
  'V15.3': 7,
  'V16.1': 1,
  'V16.2': 5,
  'V16.3': 4,
  'V16.4': 3,
  'V16.5': 3,
  'V17.1': 1,
  'V17.2': 4,
  'V17.3': 2,
};

const states = ['met', 'n/a', 'operator', 'open'] as const;
type State = (typeof states)[number];

interface Line {
  readonly number: string;
  readonly state: State | undefined;
  readonly why: string;
}

/** Every number of level 1 and 2, in order. */
export const numbers: readonly string[] = Object.entries(sections).flatMap(([section, many]) =>
  Array.from({ length: many }, (_, index) => `${section}.${index + 1}`),
);

/** The checklist's lines: `| V1.2.4 | what it asks | met | where or why |`. */
export function linesIn(text: string): Line[] {
  return text.split('\n').flatMap((line) => {
    const [, number, , state, why] = /^\| (V\d+\.\d+\.\d+) \| ([^|]+) \| ([^|]+) \| ([^|]*) \|$/.exec(line) ?? [];
    return number === undefined ? [] : [{ number, state: states.find((one) => one === state), why: why ?? '' }];
  });
}

/** What is wrong with a checklist, a sentence each. `exists` says whether a file of the repository is there. */
export function flaws(lines: readonly Line[], exists: (path: string) => boolean): string[] {
  const listed = lines.map(({ number }) => number);
  return [
    ...numbers.filter((number) => !listed.includes(number)).map((number) => `${number} is not in the checklist.`),
    ...listed
      .filter((number, index) => !numbers.includes(number) || listed.indexOf(number) !== index)
      .map((number) => `${number} is twice in the checklist, or of no level that it covers.`),
    ...lines.flatMap(({ number, state, why }) => {
      const files = [...why.matchAll(/`([\w.-]+(?:\/[\w.-]+)*\.\w+)`/g)].map(([, path]) => path ?? '');
      const missing = files.filter((path) => path.includes('/') && !exists(path));
      return [
        ...(state === undefined ? [`${number} is none of ${states.join(', ')}.`] : []),
        ...(state === 'met' && !files.some(exists) ? [`${number} is met, and names no file that proves it.`] : []),
        ...(state !== 'met' && why.trim() === '' ? [`${number} says no reason.`] : []),
        ...missing.map((path) => `${number} names ${path}, which is not there.`),
      ];
    }),
  ];
}

if (import.meta.main) {
  const root = join(import.meta.dirname, '../..');
  const lines = linesIn(readFileSync(join(root, 'tooling/docs/asvs.md'), 'utf8'));
  const found = flaws(lines, (path) => existsSync(join(root, path)));
  if (found.length > 0) {
    process.stderr.write(`${found.join('\n')}\n`);
    process.exitCode = 1;
  } else {
    const counted = states.map((state) => `${lines.filter((line) => line.state === state).length} ${state}`);
    process.stdout.write(`The security checklist is whole: ${lines.length} requirements, ${counted.join(', ')}.\n`);
  }
}
