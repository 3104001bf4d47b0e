import { join } from 'node:path';
import { permissionTable, workflowNamed } from '../../packages/engine/src/index.ts';
import { printed } from '../../packages/engine/src/permissions/print.ts';
import { keep } from './written.ts';

keep(
  'permissions.ts',
  [
    {
      place: 'packages/engine/src/permissions/README.md',
      file: join(import.meta.dirname, '../../packages/engine/src/permissions/README.md'),
      parts: [{ name: 'permission table', part: `${printed()}\n` }],
    },
  ],
  `The permission table is printed as it is enforced: ${permissionTable.length} lines for ${workflowNamed.size} workflows.`,
);
