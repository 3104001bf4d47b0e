import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

import type { Root } from '../../shared/root.ts';
import { signedIn } from '../../shared/session.ts';
import { pointFrom } from './confer/standing.ts';
import { placeFrom } from './workspace/parts.ts';

export const assessorRoutes = (root: Root) =>
  [
    createRoute({
      getParentRoute: () => root,
      path: '/queue',
      beforeLoad: signedIn,
      component: lazyRouteComponent(() => import('./QueuePage.tsx'), 'QueuePage'),
    }),
    createRoute({
      getParentRoute: () => root,
      path: '/review/$review',
      beforeLoad: signedIn,
      // The place in the address: a reload, or a link from a notice, comes to the same standard.
      validateSearch: placeFrom,
      component: lazyRouteComponent(() => import('./ReviewPage.tsx'), 'ReviewPage'),
    }),
    createRoute({
      getParentRoute: () => root,
      path: '/marking/$marking',
      beforeLoad: signedIn,
      validateSearch: pointFrom,
      component: lazyRouteComponent(() => import('./confer/ConferPage.tsx'), 'ConferPage'),
    }),
  ] as const;
