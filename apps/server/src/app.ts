import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { sql } from 'kysely';
import { accountLimits, mostCalls } from './api/limits.ts';
import { asTrouble, onTheWire } from './api/errors.ts';
import { appRouter } from './app-router.ts';
import { fileRoutes } from './evidence/files.http.ts';
import { privacyRoutes } from './operations/privacy/privacy.http.ts';
import { addressLimit, tooMany } from './platform/http/addressLimit.ts';
import { jsonBodyLimit } from './platform/http/bodyLimit.ts';
import { clientAddress } from './platform/http/clientAddress.ts';
import { healthRoutes } from './platform/http/health.ts';
import { lastResort } from './platform/http/errors.ts';
import { portalFiles } from './platform/http/portalFiles.ts';
import { sameOrigin } from './platform/http/sameOrigin.ts';
import { securityHeaders } from './platform/http/securityHeaders.ts';
import { requests } from './platform/observability/requests.ts';
import { signInRoutes } from './session/sign-in.http.ts';
import { readSession } from './session/session.ts';
import type { World } from './world.ts';

// The names of everything that tRPC answers to.
const { _def: definition } = appRouter;
const procedures: ReadonlySet<string> = new Set(Object.keys(definition.procedures));

/** The whole HTTP surface: health, sign-in, files, tRPC, and the built portal for everything else. */
export function app(world: World, portal: string): Hono<{ Bindings: HttpBindings }> {
  const { settings, identity, log, observer, dialect } = world;
  const limits = accountLimits(settings.limits);
  const http = new Hono<{ Bindings: HttpBindings }>();
  http.use(requests({ log, observer, procedures, trustedProxy: settings.trustedProxy !== null }));
  http.use(securityHeaders({ https: settings.https }));
  http.onError(lastResort(log, (error) => asTrouble(dialect, error)?.message ?? null));

  http.route('/', healthRoutes(world));

  http.use(
    '/api/*',
    addressLimit({ perMinute: settings.limits.address, trustedProxy: settings.trustedProxy }),
    sameOrigin({ origins: settings.origins }),
  );
  http.all('/api/auth/*', jsonBodyLimit(), async (c) => {
    const answer = await identity.handler(c.req.raw, clientAddress(c, settings.trustedProxy));
    if (answer.status >= 500) await sql`select 1`.execute(world.db);
    return answer;
  });
  http.route('/api', signInRoutes(world));
  http.post('/api/files', async (c, next) => {
    const session = await readSession(world, c.req.raw.headers);
    const wait = session === null ? 0 : limits.upload(session.person.id);
    if (wait === 0) return next();
    c.header('Retry-After', String(wait));
    return c.json({ error: tooMany(wait) }, 429);
  });
  http.route('/api', fileRoutes(world));
  http.route('/api', privacyRoutes(world));
  http.all('/api/trpc/*', jsonBodyLimit(), (c) =>
    fetchRequestHandler({
      endpoint: '/api/trpc',
      req: c.req.raw,
      router: appRouter,
      maxBatchSize: mostCalls,
      createContext: async ({ info, resHeaders }) => {
        const session = await readSession(world, c.req.raw.headers).catch((error: unknown) => {
          const trouble = asTrouble(dialect, error);
          throw trouble === null ? error : onTheWire(trouble);
        });
        if (session !== null)
          limits.count(
            session.person.id,
            info.calls.map(({ path }) => path),
            resHeaders,
          );
        return { world, session };
      },
    }),
  );
  http.use(portalFiles(portal));
  return http;
}
