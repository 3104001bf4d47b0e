import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'assay-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const main = join(import.meta.dirname, 'main.ts');
const env = { ...process.env, DATA_DIR: folder, DATABASE_URL: `file:${join(folder, 'none.db')}` };
const run = (...args: string[]) => spawnSync(process.execPath, [main, ...args], { encoding: 'utf8', env });
const json = (...args: string[]): unknown =>
  JSON.parse(execFileSync(process.execPath, [main, ...args, '--json'], { encoding: 'utf8', env }));

describe('assay', () => {
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

  test('agreement prints every coefficient of a file of ratings, each with its doubt or its reason', () => {
    // Shrout and Fleiss 1979: six targets, four judges.
    const targets = [
      [9, 2, 5, 8],
      [6, 1, 3, 2],
      [8, 4, 6, 8],
      [7, 1, 2, 6],
      [10, 5, 6, 9],
      [6, 2, 4, 7],
    ];
    const rows = targets.flatMap((marks, unit) =>
      marks.map((rating, rater) => `target ${unit},"judge ${rater}",${rating}`),
    );
    const file = join(folder, 'ratings.csv');
    writeFileSync(file, ['unit,rater,rating', ...rows].join('\n'));
    expect(json('agreement', '--ratings', file)).toMatchObject({
      units: 6,
      raters: 4,
      categories: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
      icc: {
        '1,1': { value: expect.closeTo(0.1657, 4) },
        '2,1': { value: expect.closeTo(0.2898, 4) },
        '3,k': { value: expect.closeTo(0.9093, 4) },
      },
      cohenKappa: { value: null, reason: expect.stringContaining('two raters') },
    });
    writeFileSync(file, 'unit,rater,rating\na,b,\n');
    expect(run('agreement', '--ratings', file)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('line 2: the rating is empty'),
    });
    writeFileSync(file, 'unit,rater\na,b\n');
    expect(run('agreement', '--ratings', file).stderr).toContain('there is no column “rating”');
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
