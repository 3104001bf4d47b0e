import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

import type { Root } from '../../shared/root.ts';
import { signedIn } from '../../shared/session.ts';

export const moderatorRoutes = (root: Root) =>
  [
    createRoute({
      getParentRoute: () => root,
      path: '/batches',
      beforeLoad: signedIn,
      component: lazyRouteComponent(() => import('./BatchesPage.tsx'), 'BatchesPage'),
    }),
    createRoute({
      getParentRoute: () => root,
      path: '/moderation/$batch',
      beforeLoad: signedIn,
      component: lazyRouteComponent(() => import('./BatchPage.tsx'), 'BatchPage'),
    }),
    createRoute({
      getParentRoute: () => root,
      path: '/moderation/$batch/$submission',
      beforeLoad: signedIn,
      component: lazyRouteComponent(() => import('./PortfolioPage.tsx'), 'PortfolioPage'),
    }),
  ] as const;
