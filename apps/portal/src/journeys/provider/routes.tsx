import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

import type { Root } from '../../shared/root.ts';
import { signedIn } from '../../shared/session.ts';

export const providerRoutes = (root: Root) =>
  [
    createRoute({
      getParentRoute: () => root,
      path: '/cohorts',
      beforeLoad: signedIn,
      component: lazyRouteComponent(() => import('./CohortsPage.tsx'), 'CohortsPage'),
    }),
    createRoute({
      getParentRoute: () => root,
      path: '/cohorts/$cohort',
      beforeLoad: signedIn,
      component: lazyRouteComponent(() => import('./CohortPage.tsx'), 'CohortPage'),
    }),
    createRoute({
      getParentRoute: () => root,
      path: '/people',
      beforeLoad: signedIn,
      component: lazyRouteComponent(() => import('./PeoplePage.tsx'), 'PeoplePage'),
    }),
  ] as const;
