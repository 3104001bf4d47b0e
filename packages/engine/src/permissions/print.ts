import { roles, words, type Relation } from '../kernel/index.ts';
import { permissionTable, workflows } from './table.ts';

const said: Readonly<Record<Relation, string>> = {
  own: 'own',
  allocated: 'allocated',
  sameProvider: 'same provider',
  anyone: 'any',
};

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [row(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(row)].join('\n');

/**
 * The permission table and the turns of every workflow as Markdown, for people. Of each: a line a command with, for
 * every role, how it must stand to the record; then a line a state with whose turn it is, and what is sent when its
 * deadline passes.
 */
export function printed(): string {
  return Object.entries(workflows)
    .map(([name, { name: title, commands, states, turns }]) => {
      const permissions = commands.map((command: string) => [
        words(command),
        ...roles.map((role) =>
          permissionTable
            .filter((line) => line.workflow === name && line.command === command && line.role === role)
            .map(({ relation }) => said[relation])
            .join(', '),
        ),
      ]);
      const owners = states.map((status) => {
        const turn = turns[status] ?? null;
        const lapse = turn?.lapse === undefined ? '' : words(turn.lapse);
        return [words(status), turn === null ? 'nobody: it is over' : words(turn.owner), lapse];
      });
      return [
        `### ${words(title)}`,
        table(['command', ...roles.map(words)], permissions),
        table(['state', 'whose turn it is', 'sent when its deadline passes'], owners),
      ].join('\n\n');
    })
    .join('\n\n');
}
