import type { World } from '../world.ts';
import { demoPassword } from './people.ts';

/** Where a candidate should stand to be named in the greeting, in this order. */
const telling: readonly (readonly [standing: string, says: string])[] = [
  ['gathering', 'gathering evidence'],
  ['marking', 'being marked'],
  ['moderation', 'in moderation'],
  ['signedOff', 'signed off'],
  ['passed', 'passed'],
  ['referred', 'referred'],
];

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
  const shown = telling.flatMap(([standing, says]): Line[] => {
    const found = candidates.find((line) => line.standing === standing);
    return found === undefined ? [] : [{ role: `candidate, ${says}`, name: found.name, email: found.email }];
  });
  const lines: Line[] = [...people, ...shown];
  const wide = (cells: readonly string[]) => Math.max(...cells.map((cell) => cell.length)) + 2;
  const [first, second] = [wide(lines.map(({ role }) => role)), wide(lines.map(({ name }) => name))];
  return [
    '',
    'Demo people:',
    ...lines.map(({ role, name, email }) => `  ${role.padEnd(first)}${name.padEnd(second)}${email}`),
    `  and ${candidates.length - shown.length} more candidates, at every stage.`,
    '',
    `The password of all of them is "${demoPassword}"; the sign-in page lists them for one click.`,
  ].join('\n');
}

/** Candidates with their stage, or with their outcome once it is released. */
async function candidateLines(world: World): Promise<{ name: string; email: string; standing: string }[]> {
  const rows = await world.db
    .selectFrom('submission')
    .innerJoin('user', 'user.id', 'submission.candidate')
    .leftJoin('award', 'award.submission', 'submission.submission')
    .select(['user.name', 'user.email', 'submission.stage', 'award.status'])
    .where('user.email', 'like', '%@demo.example')
    .orderBy('user.name')
    .execute();
  return rows.map(({ name, email, stage, status }) => ({
    name,
    email,
    standing: stage === 'released' ? (status ?? stage) : stage,
  }));
}
