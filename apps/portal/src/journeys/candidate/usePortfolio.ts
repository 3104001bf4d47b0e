import type { Component } from '@assay/standards';
import { useSuspenseQuery } from '@tanstack/react-query';

import { trpc } from '../../shared/server.ts';
import type { Item, SubmissionView } from '../../shared/server.ts';
import { useFramework } from '../../shared/useFramework.ts';
import type { KnownFramework } from '../../shared/useFramework.ts';
import { useSubmission } from './useSubmission.ts';

export type Portfolio = {
  readonly view: SubmissionView;
  readonly known: KnownFramework;
  readonly items: readonly Item[];
  /** The components that the candidate hands in on their route. */
  readonly components: readonly Component[];
  /** Whether evidence can still be added and changed. */
  readonly open: boolean;
};

/** The portfolio that the address names, with what it may hold. */
export const usePortfolio = (): Portfolio => {
  const view = useSubmission();
  const known = useFramework(view.framework);
  const { data: items } = useSuspenseQuery(trpc.evidence.list.queryOptions({ submission: view.submission }));
  const components = (known.scheme?.components ?? []).filter(
    ({ by, route }) => by === 'candidate' && (route === null || route === view.route),
  );
  return { view, known, items, components, open: view.stage === 'gathering' };
};
