import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';

import type { Root } from '../../shared/root.ts';
import { queryClient, trpc } from '../../shared/server.ts';
import { firstPageOf, pageIn } from '../../shared/session.ts';

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

export const publicRoutes = (root: Root) =>
  [
    createRoute({
      getParentRoute: () => root,
      path: '/',
      beforeLoad: async () => {
        const me = await queryClient.ensureQueryData(trpc.session.me.queryOptions());
        throw me ? redirect({ to: firstPageOf(me) }) : redirect({ to: '/sign-in', search: {} });
      },
    }),
    createRoute({
      getParentRoute: () => root,
      path: '/sign-in',
      /** Where to go afterwards, and the word with which the sign-on service's way back did not lead in. */
      validateSearch: (search: Record<string, unknown>): { to?: string; error?: string } => {
        const error = text(search['error']);
        return { ...pageIn(search), ...(error !== undefined && { error }) };
      },
      component: lazyRouteComponent(() => import('./SignInPage.tsx'), 'SignInPage'),
    }),
    createRoute({
      getParentRoute: () => root,
      path: '/forgotten',
      component: lazyRouteComponent(() => import('./ForgottenPage.tsx'), 'ForgottenPage'),
    }),
    createRoute({
      getParentRoute: () => root,
      path: '/assessor',
      beforeLoad: () => {
        throw redirect({ to: '/queue' });
      },
    }),
    createRoute({
      getParentRoute: () => root,
      path: '/welcome/$token',
      component: lazyRouteComponent(() => import('./WelcomePage.tsx'), 'WelcomePage'),
    }),
    createRoute({
      getParentRoute: () => root,
      path: '/setup/$token',
      component: lazyRouteComponent(() => import('./SetUpPage.tsx'), 'SetUpPage'),
    }),
    createRoute({
      getParentRoute: () => root,
      path: '/standards',
      component: lazyRouteComponent(() => import('./FrameworksPage.tsx'), 'FrameworksPage'),
    }),
    createRoute({
      getParentRoute: () => root,
      path: '/standards/$framework',
      validateSearch: (search: Record<string, unknown>): { find?: string } => {
        const find = text(search['find']);
        return find === undefined ? {} : { find };
      },
      component: lazyRouteComponent(() => import('./FrameworkPage.tsx'), 'FrameworkPage'),
    }),
  ] as const;
