import { rooms } from '../../packages/engine/src/flow.ts';

export const packages = ['agreement', 'engine'] as const;
export type Package = (typeof packages)[number];

/** One run of Stryker: the code that is mutated, and the tests that may kill its mutants. */
export interface Run {
  readonly name: string;
  /** Files, globs or line ranges (`src/icc.ts:60-90`) inside the package. */
  readonly files: readonly string[];
  /** Globs below the package. */
  readonly tests: readonly string[];
}

export interface Wish {
  readonly runs: readonly (Run & { readonly package: Package })[];
  /** Try every mutant anew, whatever earlier runs found. */
  readonly force: boolean;
}

/** What holds the whole engine together: what is written of it (rules, charts, turns) and the permission table. */
const common = ['src/spec.test.ts', 'src/permissions/table.test.ts'];

/**
 * The engine is mutated room by room, each against its own tests: most of a room is values that are made when it is
 * loaded, so a mutant there would otherwise be tried against every test of the engine.
 */
const runsOf: Readonly<Record<Package, readonly Run[]>> = {
  agreement: [{ name: 'agreement', files: ['src/**/*.ts'], tests: ['src/**/*.test.ts'] }],
  engine: rooms
    .filter((room) => room !== 'testing')
    .map((room) => ({
      name: `engine-${room}`,
      files: [`src/${room}/**/*.ts`],
      tests: [`src/${room}/**/*.test.ts`, ...common],
    })),
};

/** What `pnpm mutate [package] [room or file …] [--force]` asks for. */
export function wishOf(words: readonly string[]): Wish {
  const given = words.filter((word) => word !== '--' && word !== '--force');
  const [first, ...rest] = given;
  const named = packages.find((one) => one === first);
  if (first !== undefined && named === undefined)
    throw new RangeError(`"${first}" is no package that is mutated: name one of ${packages.join(', ')}.`);
  const asked = (named === undefined ? packages : [named]).flatMap((name) =>
    runsOf[name].map((run) => ({ ...run, package: name })),
  );
  return {
    runs: rest.length === 0 ? asked : asked.flatMap((run) => narrowed(run, rest)),
    force: words.includes('--force'),
  };
}

/** A run cut down to the rooms or files that are named; nothing where it has none of them. */
function narrowed<Given extends Run & { readonly package: Package }>(run: Given, names: readonly string[]): Given[] {
  if (names.some((name) => run.name === `engine-${name}`)) return [run];
  const folder = (run.files[0] ?? '').split('**')[0] ?? '';
  const files = names
    .map((name) => name.replace(`packages/${run.package}/`, ''))
    .filter((name) => name.startsWith(folder) && name.includes('.ts'));
  return files.length === 0 ? [] : [{ ...run, files }];
}
