import { createRootRoute, createRouter } from '@tanstack/react-router';

import { accountRoutes } from '../journeys/account/routes.tsx';
import { administratorRoutes } from '../journeys/administrator/routes.tsx';
import { assessorRoutes } from '../journeys/assessor/routes.tsx';
import { candidateRoutes } from '../journeys/candidate/routes.tsx';
import { moderatorRoutes } from '../journeys/moderator/routes.tsx';
import { providerRoutes } from '../journeys/provider/routes.tsx';
import { publicRoutes } from '../journeys/public/routes.tsx';
import { Loading } from '../shared/Loading.tsx';
import { ErrorPage } from './ErrorPage.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';
import { Shell } from './Shell.tsx';

const root = createRootRoute({ component: Shell, notFoundComponent: NotFoundPage, errorComponent: ErrorPage });

const routeTree = root.addChildren([
  ...publicRoutes(root),
  ...accountRoutes(root),
  ...candidateRoutes(root),
  ...assessorRoutes(root),
  ...moderatorRoutes(root),
  ...providerRoutes(root),
  ...administratorRoutes(root),
]);

export const router = createRouter({
  routeTree,
  scrollRestoration: true,
  defaultPreload: 'intent',
  defaultPendingComponent: Loading,
  defaultPendingMs: 200,
  defaultErrorComponent: ErrorPage,
  defaultNotFoundComponent: NotFoundPage,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
