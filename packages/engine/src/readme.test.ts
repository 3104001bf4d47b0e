import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { expect, test } from 'vitest';

const folder = join(import.meta.dirname, '..');

test('the README’s example runs and prints what the README says', () => {
  const readme = readFileSync(join(folder, 'README.md'), 'utf8');
  const block = (language: string) => new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``).exec(readme)?.[1] ?? '';
  const printed = execFileSync(execPath, ['--no-warnings', '--input-type=module-typescript', '--eval', block('ts')], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect(printed).toBe(block('text'));
  expect(printed).toContain('R1');
});
