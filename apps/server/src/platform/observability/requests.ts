import type { MiddlewareHandler } from 'hono';
import type { Log } from '../log.ts';
import type { Observer } from './observer.ts';
import { chooseRequestId, underRequestId } from './requestId.ts';
import { routeOf } from './route.ts';

/** Asked every few seconds by machines: of use only to who looks for them. */
const quiet: ReadonlySet<string> = new Set(['/healthz', '/readyz', '/*']);

/**
 * Gives each request an id, on its answer and on every line that it leaves in the log, and tells how it was answered:
 * method, route pattern, status, milliseconds. The first middleware of the app, so that it sees every answer.
 *
 * @param trustedProxy whether a proxy of ours stands before the server, whose `X-Request-Id` is taken over.
 */
export function requests(given: {
  readonly log: Log;
  readonly observer: Observer;
  readonly procedures: ReadonlySet<string>;
  readonly trustedProxy: boolean;
}): MiddlewareHandler {
  const { log, observer, procedures, trustedProxy } = given;
  return async (c, next) => {
    const id = chooseRequestId(c.req.header('x-request-id'), trustedProxy);
    const { method } = c.req;
    const watch = observer.request({ method, traceparent: trustedProxy ? c.req.header('traceparent') : undefined });
    const begun = performance.now();
    await underRequestId(id, async () => {
      await watch.run(next);
      c.header('X-Request-Id', id);
      const route = routeOf(c, procedures);
      const { status } = c.res;
      const ms = performance.now() - begun;
      watch.end({ route, status, seconds: ms / 1000 });
      log[quiet.has(route) ? 'debug' : 'info']({ method, route, status, ms: Math.round(ms * 10) / 10 }, 'request');
    });
  };
}
