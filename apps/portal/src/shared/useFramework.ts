import type { Area, Framework, Kind, Scheme, Statement } from '@assay/standards';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useMemo } from 'react';

import { trpc } from './server.ts';

export type KnownFramework = {
  readonly framework: Framework;
  readonly scheme: Scheme | null;
  readonly statement: (code: string) => Statement | undefined;
  readonly area: (id: string) => Area | undefined;
  readonly areaOf: (code: string) => Area | undefined;
  readonly kind: (letter: string) => Kind | undefined;
  readonly componentTitle: (id: string) => string;
  readonly isCritical: (code: string) => boolean;
};

const known = (framework: Framework, scheme: Scheme | null): KnownFramework => {
  const areas = new Map<string, Area>(framework.areas.map((area) => [area.id, area]));
  const homes = new Map<string, readonly [Area, Statement]>(
    framework.areas.flatMap((area) =>
      area.statements.map((statement) => [statement.code, [area, statement] as const] as const),
    ),
  );
  const kinds = new Map<string, Kind>(framework.kinds.map((kind) => [kind.letter, kind]));
  const components = new Map<string, string>(scheme?.components.map(({ id, title }) => [id, title]));
  const critical = new Set<string>(scheme?.critical);
  return {
    framework,
    scheme,
    statement: (code) => homes.get(code)?.[1],
    area: (id) => areas.get(id),
    areaOf: (code) => homes.get(code)?.[0],
    kind: (letter) => kinds.get(letter),
    componentTitle: (id) => components.get(id) ?? id,
    isCritical: (code) => critical.has(code),
  };
};

/** Published wording does not change while a page is open. */
const query = (id: string) => trpc.framework.show.queryOptions({ id }, { staleTime: Number.POSITIVE_INFINITY });

/** A framework with its scheme, looked up by code; suspends until it is there. */
export const useFramework = (id: string): KnownFramework => {
  const { data } = useSuspenseQuery(query(id));
  return useMemo(() => known(data.framework, data.scheme), [data]);
};
