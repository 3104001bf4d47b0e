import type { Context } from 'hono';
import { matchedRoutes } from 'hono/route';

const trpc = '/api/trpc/';

/**
 * The route that answers a request, as a pattern: `/api/evidence/:item/content`, and for tRPC the procedure where it is
 * one of ours. An address may hold a token or a file's name, and there are as many as people make up; patterns are few.
 */
export function routeOf(c: Context, procedures: ReadonlySet<string>): string {
  const path = matchedRoutes(c)
    .map((route) => route.path)
    .findLast((pattern) => pattern !== '/*' && pattern !== '/api/*');
  if (path === undefined) return c.req.path.startsWith('/api/') ? '/api/*' : '/*';
  if (path !== `${trpc}*`) return path;
  const asked = c.req.path.slice(trpc.length);
  if (procedures.has(asked)) return `${trpc}${asked}`;
  const known = asked.split(',').every((one) => procedures.has(one));
  return known ? `${trpc}batch` : path;
}
