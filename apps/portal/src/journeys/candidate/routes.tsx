import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';

import type { Root } from '../../shared/root.ts';
import { queryClient, trpc } from '../../shared/server.ts';
import { signedIn } from '../../shared/session.ts';
import { preload } from './preload.ts';

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** What narrows the coverage table; in the address, so that a link or the back button finds it again. */
export type CoverageSearch = { area?: string; kind?: string; state?: string; find?: string };

/** Links that name no submission mean the newest one; those to a result the newest that has one. */
const newest = async (location: { href: string }, stage?: 'released') => {
  await signedIn({ location });
  const mine = await queryClient.ensureQueryData(trpc.submission.mine.queryOptions());
  const first = mine.find((view) => view.stage === stage) ?? mine[0];
  if (first === undefined) throw redirect({ to: '/candidate' });
  return { submission: first.submission };
};

export const candidateRoutes = (root: Root) =>
  [
    createRoute({
      getParentRoute: () => root,
      path: '/candidate',
      beforeLoad: signedIn,
      component: lazyRouteComponent(() => import('./PortfoliosPage.tsx'), 'PortfoliosPage'),
    }),
    createRoute({
      getParentRoute: () => root,
      path: '/candidate/evidence',
      beforeLoad: async ({ location }) => {
        throw redirect({ to: '/candidate/$submission/evidence', params: await newest(location) });
      },
    }),
    createRoute({
      getParentRoute: () => root,
      path: '/candidate/submit',
      beforeLoad: async ({ location }) => {
        throw redirect({ to: '/candidate/$submission/submit', params: await newest(location) });
      },
    }),
    createRoute({
      getParentRoute: () => root,
      path: '/candidate/result',
      beforeLoad: async ({ location }) => {
        throw redirect({ to: '/candidate/$submission/result', params: await newest(location, 'released') });
      },
    }),
    createRoute({
      getParentRoute: () => root,
      path: '/candidate/$submission',
      beforeLoad: signedIn,
      loader: ({ params }) => preload.home(params.submission),
      component: lazyRouteComponent(() => import('./HomePage.tsx'), 'HomePage'),
    }),
    createRoute({
      getParentRoute: () => root,
      path: '/candidate/$submission/evidence',
      beforeLoad: signedIn,
      loader: ({ params }) => preload.evidence(params.submission),
      component: lazyRouteComponent(() => import('./EvidencePage.tsx'), 'EvidencePage'),
    }),
    createRoute({
      getParentRoute: () => root,
      path: '/candidate/$submission/evidence/write',
      beforeLoad: signedIn,
      /** A component for a new account, or the item whose text is edited. */
      validateSearch: (search: Record<string, unknown>): { component?: string; item?: string } => {
        const component = text(search['component']);
        const item = text(search['item']);
        return { ...(component !== undefined && { component }), ...(item !== undefined && { item }) };
      },
      loader: ({ params }) => preload.evidence(params.submission),
      component: lazyRouteComponent(() => import('./WritePage.tsx'), 'WritePage'),
    }),
    createRoute({
      getParentRoute: () => root,
      path: '/candidate/$submission/evidence/$item',
      beforeLoad: signedIn,
      loader: ({ params }) => preload.evidence(params.submission),
      component: lazyRouteComponent(() => import('./ItemPage.tsx'), 'ItemPage'),
    }),
    createRoute({
      getParentRoute: () => root,
      path: '/candidate/$submission/coverage',
      beforeLoad: signedIn,
      validateSearch: (search: Record<string, unknown>): CoverageSearch => {
        const entries = (['area', 'kind', 'state', 'find'] as const).map((name) => [name, text(search[name])] as const);
        return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
      },
      loader: ({ params }) => preload.coverage(params.submission),
      component: lazyRouteComponent(() => import('./CoveragePage.tsx'), 'CoveragePage'),
    }),
    createRoute({
      getParentRoute: () => root,
      path: '/candidate/$submission/submit',
      beforeLoad: signedIn,
      loader: ({ params }) => preload.submit(params.submission),
      component: lazyRouteComponent(() => import('./SubmitPage.tsx'), 'SubmitPage'),
    }),
    createRoute({
      getParentRoute: () => root,
      path: '/candidate/$submission/result',
      beforeLoad: signedIn,
      loader: ({ params }) => preload.result(params.submission),
      component: lazyRouteComponent(() => import('./ResultPage.tsx'), 'ResultPage'),
    }),
    createRoute({
      getParentRoute: () => root,
      path: '/candidate/$submission/history',
      beforeLoad: signedIn,
      component: lazyRouteComponent(() => import('./HistoryPage.tsx'), 'HistoryPage'),
    }),
  ] as const;
