import type { Framework, Scheme } from '@assay/standards';

import type { KnownFramework } from '../useFramework.ts';

export type Area = Framework['areas'][number];
export type Statement = Area['statements'][number];

/** What the marking screens need of a framework and its scheme, looked up once. */
export interface Wording {
  readonly known: KnownFramework;
  readonly scheme: Scheme;
  readonly areas: readonly { area: Area; judged: readonly Statement[]; covered: readonly Statement[] }[];
  readonly statements: ReadonlyMap<string, { statement: Statement; area: Area }>;
  /** Components that are met or not met. */
  readonly gates: readonly Scheme['components'][number][];
  /** Codes of every judged standard, in the order of the framework. */
  readonly standards: readonly string[];
  readonly critical: ReadonlySet<string>;
}

/** What one marker is asked for: a second reads no visit, a third only what two did not agree on. */
export interface Asked {
  readonly standards: readonly string[];
  readonly gates: readonly string[];
  readonly coverage: boolean;
}

/** Without `asked`: everything that the scheme has judged. */
export function wordingOf(known: KnownFramework, scheme: Scheme, asked: Asked | null = null): Wording {
  const { framework } = known;
  const judgedKinds: readonly string[] = scheme.judgedKinds;
  const coverageKinds: readonly string[] = scheme.coverageKinds;
  const areas = framework.areas.map((area) => ({
    area,
    judged: area.statements.filter(
      ({ kind, code }) => judgedKinds.includes(kind) && (asked === null || asked.standards.includes(code)),
    ),
    covered: area.statements.filter(({ kind }) => coverageKinds.includes(kind) && (asked === null || asked.coverage)),
  }));
  return {
    known,
    scheme,
    areas,
    statements: new Map(
      framework.areas.flatMap((area) => area.statements.map((statement) => [statement.code, { statement, area }])),
    ),
    gates: scheme.components.filter(({ id, gate }) => gate && (asked === null || asked.gates.includes(id))),
    standards: areas.flatMap(({ judged }) => judged.map(({ code }) => code)),
    critical: new Set<string>(scheme.critical),
  };
}

export function scaleName(scheme: Pick<Scheme, 'scale'>, score: number): string {
  return scheme.scale.find((point) => point.score === score)?.name ?? '';
}

/** "S3" out of "LLD.S3", for places where the area is plain from what stands around. */
export function shortCode(code: string): string {
  return code.slice(code.indexOf('.') + 1);
}
