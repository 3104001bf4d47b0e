import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { chartOf, workflows } from './index.ts';
import { printed } from './permissions/print.ts';

const read = (file: string) => readFileSync(join(import.meta.dirname, file), 'utf8');
const spec = read('../SPEC.md').split('\n');
const rooms = globSync('*/README.md', { cwd: import.meta.dirname })
  .map(read)
  .join('\n');

describe.each(Object.entries(workflows))('what is written of %s', (name, workflow) => {
  test('has every rule in SPEC.md, word for word', () => {
    expect(workflow.rules.map(({ id, says }) => `- **${id}** ${says}`).filter((line) => !spec.includes(line))).toEqual(
      [],
    );
  });

  test('has its chart in the README of its room, step by step', () => {
    const [, chart = ''] = rooms.split(`<!-- chart ${name}, written by tooling/checks/charts.ts -->\n`);
    expect(chart.slice(0, chart.indexOf('<!-- end'))).toBe(`\`\`\`mermaid\n${chartOf(workflow)}\`\`\`\n`);
  });

  test('calls its chart by its own name', () => {
    expect(workflow.machine.id).toBe(workflow.name);
  });
});

test('the permission table and the turns are printed as they are enforced', () => {
  expect(read('permissions/README.md')).toContain(printed());
});
