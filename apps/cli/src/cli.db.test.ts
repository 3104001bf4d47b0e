import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { simulate } from './simulate/simulate.ts';

const folder = mkdtempSync(join(tmpdir(), 'assay-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const main = join(import.meta.dirname, 'main.ts');
const env = { ...process.env, DATA_DIR: folder, DATABASE_URL: `file:${join(folder, 'none.db')}` };
const run = (...args: string[]) => spawnSync(process.execPath, [main, ...args], { encoding: 'utf8', env });
const json = (...args: string[]): unknown =>
  JSON.parse(execFileSync(process.execPath, [main, ...args, '--json'], { encoding: 'utf8', env }));

describe('assay', () => {
  test('simulate gives the same facts for the same seed, and others for another', () => {
    const first = simulate(25, '7');
    expect(simulate(25, '7').digest).toBe(first.digest);
    expect(simulate(25, '8').digest).not.toBe(first.digest);
    expect(first.outcomes.passed + first.outcomes.referred + first.outcomes.failed).toBe(25);
    expect(first.facts).toBe(first.commands);
  });

  test.each([
    ['npqicl-2007', 122],
    ['prospect-ecs', 151],
  ])('framework show %s prints all %i statements with code, kind and text', (id, count) => {
    expect(json('framework', 'show', id)).toMatchObject({ id, statementCount: count });
    expect(JSON.stringify(json('framework', 'show', id)).match(/"kindName"/g)).toHaveLength(count);
  });

  test('framework show gives both texts of a mended statement', () => {
    const shown = JSON.stringify(json('framework', 'show', 'prospect-ecs'));
    expect(shown).toContain('"sourceText":"Promote and support effective multiagency working"');
    expect(shown).toContain('"text":"Promote and support effective multi-agency working"');
  });

  test('workflow show prints the chart of a stage as a Mermaid diagram', () => {
    expect(run('workflow', 'show', 'award', '--format', 'mermaid').stdout).toContain(
      'recommended --> passed: ratify award',
    );
  });

  test('what does not exist is named, with what does, and ends with a status that is not 0', () => {
    expect(run('framework', 'show', 'nothing')).toMatchObject({
      status: 2,
      stderr: 'There is no framework called nothing. There are: npqicl-2007, prospect-ecs.\n',
    });
    expect(run('audit', 'verify')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('There is no database'),
    });
    expect(run('simulate', '--candidates', 'many').status).not.toBe(0);
  });
});
