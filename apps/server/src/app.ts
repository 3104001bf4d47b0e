import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { appRouter } from './app-router.ts';
import { fileRoutes } from './evidence/files.http.ts';
import { uploadRoutes } from './evidence/receiving/uploads.http.ts';
import { jsonBodyLimit } from './platform/http/bodyLimit.ts';
import { clientAddress } from './platform/http/clientAddress.ts';
import { lastResort } from './platform/http/errors.ts';
import { portalFiles } from './platform/http/portalFiles.ts';
import { sameOrigin } from './platform/http/sameOrigin.ts';
import { securityHeaders } from './platform/http/securityHeaders.ts';
import { pendingMigrations } from './platform/migrate.ts';
import { signInRoutes } from './session/sign-in.http.ts';
import { readSession } from './session/session.ts';
import type { World } from './world.ts';

/** The whole HTTP surface: health, sign-in, files, tRPC, and the built portal for everything else. */
export function app(world: World, portal: string): Hono<{ Bindings: HttpBindings }> {
  const { settings, identity, log } = world;
  const http = new Hono<{ Bindings: HttpBindings }>();
  http.use(securityHeaders({ https: settings.https }));
  http.onError(lastResort(log));

  http.get('/healthz', (c) => c.json({ ok: true }));
  http.get('/readyz', async (c) => {
    const missing = await pendingMigrations(world.db).then(
      (pending) => (pending.length > 0 ? `${pending.length} migrations are not applied` : null),
      () => 'the database cannot be reached',
    );
    return missing === null ? c.json({ ok: true }) : c.json({ ok: false, error: missing }, 503);
  });

  http.use('/api/*', sameOrigin({ origins: settings.origins }));
  http.all('/api/auth/*', jsonBodyLimit(), (c) => identity.handler(c.req.raw, clientAddress(c, settings.trustedProxy)));
  http.route('/api', signInRoutes(world));
  http.route('/api', uploadRoutes(world));
  http.route('/api', fileRoutes(world));
  http.all('/api/trpc/*', jsonBodyLimit(), (c) =>
    fetchRequestHandler({
      endpoint: '/api/trpc',
      req: c.req.raw,
      router: appRouter,
      createContext: async () => ({ world, session: await readSession(world, c.req.raw.headers) }),
    }),
  );
  http.use(portalFiles(portal));
  return http;
}
