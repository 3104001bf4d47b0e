import type { Scheme } from '@assay/standards';
import { useSuspenseQueries, useSuspenseQuery } from '@tanstack/react-query';

import { trpc } from '../../shared/server.ts';

/** The routes that the assessed frameworks offer. */
export function useRoutes(): Scheme['routes'] {
  const { data: list } = useSuspenseQuery(
    trpc.framework.list.queryOptions(undefined, { staleTime: Number.POSITIVE_INFINITY }),
  );
  const shown = useSuspenseQueries({
    queries: list.map(({ id }) => trpc.framework.show.queryOptions({ id }, { staleTime: Number.POSITIVE_INFINITY })),
  });
  return shown.flatMap(({ data }) => data.scheme?.routes ?? []);
}
