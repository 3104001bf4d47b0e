import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

import type { Root } from '../../shared/root.ts';
import { signedIn } from '../../shared/session.ts';

export const administratorRoutes = (root: Root) =>
  [
    createRoute({
      getParentRoute: () => root,
      path: '/providers',
      beforeLoad: signedIn,
      component: lazyRouteComponent(() => import('./ProvidersPage.tsx'), 'ProvidersPage'),
    }),
  ] as const;
