import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** Licences under which anybody may run and pass on what this repository builds, asking for no more than a notice. */
const allowed: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'Unlicense',
  'Zlib',
]);

/** Packages whose licence was read by a person, since its name says nothing to a machine. */
const read: Readonly<Record<string, string>> = {
  'dejavu-fonts-ttf': 'the Bitstream Vera licence: free to use, change and pass on, but not sold by itself',
};

/** A package as `pnpm licenses` lists it. */
interface Licensed {
  readonly name: string;
  readonly license: string;
}

/** Whether an SPDX expression leaves a choice that is allowed: one side of OR, both sides of AND. */
export function isAllowed(expression: string): boolean {
  const plain = expression.replaceAll(/^\(|\)$/g, '');
  if (plain.includes(' OR ')) return plain.split(' OR ').some(isAllowed);
  if (plain.includes(' AND ')) return plain.split(' AND ').every(isAllowed);
  return allowed.has(plain);
}

/** The packages whose licence is neither allowed nor read, a sentence each. */
export function refused(packages: readonly Licensed[]): string[] {
  return packages
    .filter(({ name, license }) => !isAllowed(license) && !(name in read))
    .map(
      ({ name, license }) => `${name} is under "${license}", which is not on the list in tooling/checks/licences.ts.`,
    );
}

if (import.meta.main) {
  // From what is installed, so no network is needed.
  const json = execFileSync('pnpm', ['--recursive', 'licenses', 'list', '--json', '--prod'], {
    cwd: join(import.meta.dirname, '../..'),
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const byLicence: Record<string, Licensed[]> = JSON.parse(json);
  const packages = Object.values(byLicence).flat();
  const found = packages.length === 0 ? ['No package is listed, so nothing was checked.'] : refused(packages);
  if (found.length > 0) {
    process.stderr.write(`${found.join('\n')}\n`);
    process.exitCode = 1;
  } else process.stdout.write(`${packages.length} packages of production are under licences that are allowed.\n`);
}
