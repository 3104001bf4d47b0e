import { join } from 'node:path';
import {
  permissionTable,
  roles,
  words,
  workflowNamed,
  workflows,
  type Relation,
} from '../../packages/engine/src/index.ts';
import { keep } from './written.ts';

const said: Readonly<Record<Relation, string>> = {
  own: 'own',
  allocated: 'allocated',
  sameProvider: 'same provider',
  anyone: 'any',
};

/** One table a workflow: a line a command, a column a role, in each cell how the role must stand to the record. */
function tableOf(name: string, workflow: { readonly name: string; readonly commands: readonly string[] }): string {
  const lines = workflow.commands.map((command) => {
    const cells = roles.map((role) =>
      permissionTable
        .filter((row) => row.workflow === name && row.command === command && row.role === role)
        .map(({ relation }) => said[relation])
        .join(', '),
    );
    return `| ${words(command)} | ${cells.join(' | ')} |`;
  });
  return [
    `### ${words(workflow.name)}`,
    '',
    `| command | ${roles.map(words).join(' | ')} |`,
    `|---|${roles.map(() => '---').join('|')}|`,
    ...lines,
    '',
  ].join('\n');
}

keep(
  'permissions.ts',
  [
    {
      place: 'packages/engine/src/permissions/README.md',
      file: join(import.meta.dirname, '../../packages/engine/src/permissions/README.md'),
      parts: [
        {
          name: 'permission table',
          part: Object.entries(workflows)
            .map(([name, workflow]) => tableOf(name, workflow))
            .join('\n'),
        },
      ],
    },
  ],
  `The permission table is printed as it is enforced: ${permissionTable.length} lines for ${workflowNamed.size} workflows.`,
);
