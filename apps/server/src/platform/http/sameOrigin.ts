import type { MiddlewareHandler } from 'hono';

const readOnly: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Lets a request that changes something pass only from our own pages. A
 * browser always says where a POST comes from, in Origin or else in
 * Sec-Fetch-Site; a request that says neither, or another place, gets 403.
 *
 * Where there is an Origin it alone decides: a page that rebinds its own name
 * to our address is "same-origin" to the browser, but not one of `origins`.
 */
export function sameOrigin({ origins }: { readonly origins: readonly string[] }): MiddlewareHandler {
  return async (c, next) => {
    const origin = c.req.header('origin');
    const own = origin === undefined ? c.req.header('sec-fetch-site') === 'same-origin' : origins.includes(origin);
    if (readOnly.has(c.req.method) || own) return next();
    return c.json(
      {
        error: `This request did not come from a page at ${origins[0]}, so nothing was done. If that is not the address you use, set ASSAY_URL to the one you do.`,
      },
      403,
    );
  };
}
