import { rooms as engineRooms } from '../../packages/engine/src/flow.ts';

/** What the rules read of oxlint's (ESLint's) syntax tree. */
interface ImportNode {
  readonly source: { readonly value?: string } | null;
  readonly importKind?: string;
  readonly exportKind?: string;
}
interface Context {
  readonly filename: string;
  report(problem: { node: ImportNode; message: string }): void;
}

const folderOf = (path: string) => path.split('/').slice(0, -1).join('/');

function resolve(from: string, to: string): string {
  const parts = folderOf(from).split('/');
  for (const step of to.split('/')) {
    if (step === '..') parts.pop();
    else if (step !== '.') parts.push(step);
  }
  return parts.join('/');
}

/** Asks `problemOf` about every import and re-export of a file. */
function onImports(problemOf: (filename: string, imported: string, typeOnly: boolean) => string | undefined) {
  return {
    create(context: Context) {
      const look = (node: ImportNode) => {
        if (typeof node.source?.value !== 'string') return;
        const message = problemOf(
          context.filename.replaceAll('\\', '/'),
          node.source.value,
          node.importKind === 'type' || node.exportKind === 'type',
        );
        if (message !== undefined) context.report({ node, message });
      };
      return {
        ImportDeclaration: look,
        ExportNamedDeclaration: look,
        ExportAllDeclaration: look,
        ImportExpression: look,
      };
    },
  };
}

/** Inside the engine a room imports from the rooms before it in `flow.ts`, never from one after it. */
const flowOrder = onImports((filename, imported) => {
  const room = /packages\/engine\/src\/([^/]+)\//.exec(filename)?.[1];
  const target = imported.startsWith('.')
    ? /packages\/engine\/src\/([^/]+)\//.exec(`${resolve(filename, imported)}/`)?.[1]
    : undefined;
  if (room === undefined || target === undefined || room === target) return undefined;
  const order: readonly string[] = engineRooms;
  if (!order.includes(room)) return `${room} is not a room of flow.ts; add it there in its place.`;
  // A test may use the test kit, which stands after every stage.
  if (target === 'testing' && filename.endsWith('.test.ts')) return undefined;
  return order.indexOf(target) < order.indexOf(room)
    ? undefined
    : `${room} comes before ${target} in flow.ts and must not import from it.`;
});

/** Between workspaces imports point one way: standards, engine, agreement, server, cli; the portal takes types only. */
const workspaceOrder = onImports((filename, imported, typeOnly) => {
  const workspace = /(?:packages|apps)\/([^/]+)\//.exec(filename)?.[1];
  const target = /^@assay\/([^/]+)/.exec(imported)?.[1];
  if (workspace === undefined || target === undefined || workspace === target) return undefined;
  const allowed: Readonly<Record<string, readonly string[]>> = {
    standards: [],
    engine: ['standards'],
    agreement: [],
    server: ['standards', 'engine', 'agreement'],
    cli: ['standards', 'engine', 'agreement', 'server'],
    portal: ['standards', 'server'],
  };
  if (!(allowed[workspace] ?? []).includes(target)) return `${workspace} must not import from ${target}.`;
  if (workspace === 'portal' && !typeOnly && !/\/e2e\//.test(filename))
    return `The portal takes from ${target} a type only: write \`import type\`.`;
  return undefined;
});

/** A journey of the portal never imports another; they share through `shared/`. */
const journeysApart = onImports((filename, imported) => {
  const journey = /apps\/portal\/src\/journeys\/([^/]+)\//.exec(filename)?.[1];
  const target = /apps\/portal\/src\/journeys\/([^/]+)\//.exec(`${resolve(filename, imported)}/`)?.[1];
  return journey === undefined || target === undefined || journey === target
    ? undefined
    : `The journey ${journey} must not import from ${target}; share through src/shared.`;
});

/** A stage of the server may not skip the engine's door. */
const oneDoor = onImports((_filename, imported) =>
  /^@assay\/[^/]+\/src\//.test(imported) ? `Import from the package's door, not from inside it.` : undefined,
);

/** xstate is known to the kernel and to the charts. */
const xstateInside = onImports((filename, imported) =>
  /^(xstate|@xstate\/)/.test(imported) && !/engine\/src\/(kernel|testing)\/|\.machine\.ts$|\.test\.ts$/.test(filename)
    ? 'Only kernel/ and *.machine.ts know xstate.'
    : undefined,
);

/** The engine and the statistics are pure: no module of Node, so no I/O. */
const noNode = onImports((filename, imported) =>
  imported.startsWith('node:') && !filename.endsWith('.test.ts')
    ? 'This package is pure: no module of Node.'
    : undefined,
);

interface Named {
  readonly name?: string;
}
interface CallNode {
  readonly callee?: Named & { readonly object?: Named; readonly property?: Named };
  readonly arguments?: readonly { readonly type?: string }[];
  readonly object?: { readonly name?: string };
  readonly property?: { readonly name?: string };
}

interface Reporting {
  report(problem: { node: CallNode; message: string }): void;
}

/** The engine has no clock and no dice: an instant comes in with the command, and draws are seeded. */
const noClockNoDice = {
  create(context: Reporting) {
    const instant = 'The instant comes in with the command; this package has no clock.';
    return {
      NewExpression(node: CallNode) {
        if (node.callee?.name === 'Date' && node.arguments?.length === 0) context.report({ node, message: instant });
      },
      CallExpression(node: CallNode) {
        if (node.callee?.name === 'Date') context.report({ node, message: instant });
      },
      MemberExpression(node: CallNode) {
        const name = `${node.object?.name}.${node.property?.name}`;
        if (name === 'Date.now' || name === 'performance.now') context.report({ node, message: instant });
        if (name === 'Math.random') context.report({ node, message: 'Draws are seeded; this package has no dice.' });
      },
    };
  },
};

/** Values reach the database as parameters and names quoted: no statement is put together from text. */
const noBuiltSql = {
  create(context: Reporting) {
    const message = 'SQL is not put together from text: use the query builder, or sql`…` with values as parameters.';
    return {
      CallExpression(node: CallNode) {
        const { callee, arguments: given = [] } = node;
        const name = callee?.object === undefined ? callee?.name : `${callee.object.name}.${callee.property?.name}`;
        const [first] = given;
        if (name === 'sql' || name === 'sql.raw' || name === 'sql.lit') context.report({ node, message });
        if (name === 'CompiledQuery.raw' && first?.type !== 'Literal') context.report({ node, message });
      },
    };
  },
};

export default {
  meta: { name: 'assay' },
  rules: {
    'flow-order': flowOrder,
    'workspace-order': workspaceOrder,
    'journeys-apart': journeysApart,
    'one-door': oneDoor,
    'xstate-inside': xstateInside,
    'no-node': noNode,
    'no-clock-no-dice': noClockNoDice,
    'no-built-sql': noBuiltSql,
  },
};
