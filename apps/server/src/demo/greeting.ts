import { words } from '@assay/engine';
import type { World } from '../world.ts';
import { demoPassword } from './people.ts';

interface Line {
  readonly role: string;
  readonly name: string;
  readonly email: string;
}

/** What is printed at start: who can sign in and with what. Nothing where nobody of the demo is there. */
export async function greeting(world: World): Promise<string> {
  const people = await world.db
    .selectFrom('appointment')
    .innerJoin('user', 'user.id', 'appointment.person')
    .select(['appointment.role', 'user.name', 'user.email'])
    .where('appointment.role', '!=', 'candidate')
    .where('user.email', 'like', '%@demo.example')
    .orderBy('appointment.role')
    .orderBy('user.name')
    .execute();
  const candidates = await candidateLines(world);
  if (people.length === 0) return '';
  const lines: Line[] = [
    ...people,
    ...candidates.map(({ name, email, standing }) => ({ role: `candidate, ${words(standing)}`, name, email })),
  ];
  const wide = (cells: readonly string[]) => Math.max(...cells.map((cell) => cell.length)) + 2;
  const [first, second] = [wide(lines.map(({ role }) => role)), wide(lines.map(({ name }) => name))];
  return [
    '',
    'Demo people:',
    ...lines.map(({ role, name, email }) => `  ${role.padEnd(first)}${name.padEnd(second)}${email}`),
    '',
    `The password of all of them is "${demoPassword}"; the sign-in page lists them for one click.`,
  ].join('\n');
}

/** Candidates with the stage of their newest attempt, or with the outcome before it while that one is only gathered for. */
async function candidateLines(world: World): Promise<{ name: string; email: string; standing: string }[]> {
  const rows = await world.db
    .selectFrom('submission')
    .innerJoin('user', 'user.id', 'submission.candidate')
    .leftJoin('award', 'award.submission', 'submission.submission')
    .select(['user.name', 'user.email', 'submission.stage', 'award.status'])
    .where('user.email', 'like', '%@demo.example')
    .orderBy('user.name')
    .orderBy('submission.attempt', 'desc')
    .execute();
  return [...Map.groupBy(rows, ({ email }) => email)].flatMap(([email, attempts]) => {
    const shown = attempts.find(({ stage }) => stage !== 'gathering') ?? attempts[0];
    if (shown === undefined) return [];
    const { name, stage, status } = shown;
    return [{ name, email, standing: stage === 'released' ? (status ?? stage) : stage }];
  });
}
