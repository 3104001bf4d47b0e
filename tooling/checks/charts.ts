import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chartOf, workflows } from '../../packages/engine/src/index.ts';

const source = join(import.meta.dirname, '../../packages/engine/src');

/** Which stage's README shows which charts, in their order. */
const charts = {
  enrolment: ['provider', 'cohort'],
  evidence: ['evidence'],
  submission: ['submission'],
  review: ['review'],
  moderation: ['moderation'],
  award: ['award'],
} as const;

/** The README with the Mermaid text between the chart's two marker comments; null where the markers are missing. */
export function withChart(readme: string, name: string, mermaid: string): string | null {
  const [begin, end] = [`<!-- chart ${name}, written by tooling/checks/charts.ts -->`, `<!-- end of chart ${name} -->`];
  const [from, to] = [readme.indexOf(begin), readme.indexOf(end)];
  if (from === -1 || to < from) return null;
  return `${readme.slice(0, from)}${begin}\n\`\`\`mermaid\n${mermaid}\`\`\`\n${readme.slice(to)}`;
}

if (import.meta.main) {
  const write = process.argv.includes('--write');
  const wrong: string[] = [];
  for (const [stage, names] of Object.entries(charts)) {
    const file = join(source, stage, 'README.md');
    const found = readFileSync(file, 'utf8');
    let wanted = found;
    for (const name of names) {
      const next = withChart(wanted, name, chartOf(workflows[name]));
      if (next === null) wrong.push(`packages/engine/src/${stage}/README.md has no markers for the chart of ${name}.`);
      else wanted = next;
    }
    if (wanted === found) continue;
    if (write) writeFileSync(file, wanted);
    else
      wrong.push(
        `packages/engine/src/${stage}/README.md shows another chart than the machine: run node tooling/checks/charts.ts --write.`,
      );
  }
  if (wrong.length > 0) {
    process.stderr.write(`${wrong.join('\n')}\n`);
    process.exitCode = 1;
  } else process.stdout.write(`The charts of ${Object.keys(charts).length} stages are those of their machines.\n`);
}
