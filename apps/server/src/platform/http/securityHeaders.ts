import type { MiddlewareHandler } from 'hono';

const contentPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  // Mantine sets style attributes and writes a style element for its theme
  // while it runs, so a nonce made by the server cannot cover them. A style
  // cannot read or send anything past the other lines here.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  // pdf.js draws in a worker.
  "worker-src 'self' blob:",
  "connect-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "object-src 'none'",
].join('; ');

const always = {
  'Content-Security-Policy': contentPolicy,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  // An invitation's token is in the address of its page.
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
} as const;

/**
 * Puts the portal's security headers on every answer. One that an answer set
 * itself, as a served file does, stays.
 *
 * @param https whether the public address is https: only then may browsers be told to insist on it.
 */
export function securityHeaders({ https }: { readonly https: boolean }): MiddlewareHandler {
  const headers = {
    ...always,
    ...(https ? { 'Strict-Transport-Security': 'max-age=31536000; includeSubDomains' } : {}),
  };
  return async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(headers)) {
      if (!c.res.headers.has(name)) c.header(name, value);
    }
    // What the API answers is about people: no cache may keep it unasked.
    if (c.req.path.startsWith('/api/') && !c.res.headers.has('Cache-Control')) {
      c.header('Cache-Control', 'no-store');
    }
  };
}
