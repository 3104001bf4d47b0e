import { join } from 'node:path';
import { chartOf, workflows } from '../../packages/engine/src/index.ts';
import { keep } from './written.ts';

const source = join(import.meta.dirname, '../../packages/engine/src');

/** Which stage's README shows which charts, in their order. */
const charts = {
  enrolment: ['provider', 'cohort'],
  evidence: ['evidence'],
  submission: ['submission'],
  'prior-learning': ['priorLearning'],
  circumstances: ['circumstances'],
  review: ['review', 'marking'],
  moderation: ['moderation', 'standing'],
  award: ['award', 'markingReview', 'appeal'],
  malpractice: ['malpractice'],
  appraisal: ['appraisal'],
} as const;

keep(
  'charts.ts',
  Object.entries(charts).map(([stage, names]) => ({
    place: `packages/engine/src/${stage}/README.md`,
    file: join(source, stage, 'README.md'),
    parts: names.map((name) => ({
      name: `chart ${name}`,
      part: `\`\`\`mermaid\n${chartOf(workflows[name])}\`\`\`\n`,
    })),
  })),
  `The charts of ${Object.keys(charts).length} stages are those of their machines.`,
);
