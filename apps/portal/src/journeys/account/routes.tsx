import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

import type { Root } from '../../shared/root.ts';
import { arrived, pageIn } from '../../shared/session.ts';

export const accountRoutes = (root: Root) =>
  [
    createRoute({
      getParentRoute: () => root,
      path: '/account',
      validateSearch: pageIn,
      beforeLoad: async (given) => void (await arrived(given)),
      component: lazyRouteComponent(() => import('./AccountPage.tsx'), 'AccountPage'),
    }),
  ] as const;
