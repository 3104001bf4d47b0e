import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Context, MiddlewareHandler } from 'hono';

type PortalFile = {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly zipped: Uint8Array<ArrayBuffer> | null;
  readonly headers: Readonly<Record<string, string>>;
};

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

/**
 * Serves the built portal, and is the last of the app. Its files are read once:
 * what was not there at the start cannot be asked for, so no path leads out.
 *
 * Files with a hash in their name are kept by browsers for a year. Any other
 * address that asks for a page gets `index.html`, and the portal shows what it
 * is, or that it is nothing. Unknown addresses below `/api/` are a JSON 404.
 *
 * @param folder absolute, the portal's `dist`. When it is not built, pages say so with 503.
 */
export function portalFiles(folder: string): MiddlewareHandler {
  const files = existsSync(folder) ? filesIn(folder) : new Map<string, PortalFile>();
  const index = files.get('/index.html');
  return async (c) => {
    const reads = c.req.method === 'GET' || c.req.method === 'HEAD';
    const file = reads ? files.get(c.req.path) : undefined;
    if (file) return send(c, file);
    if (!reads || c.req.path.startsWith('/api/') || !asksForPage(c.req.path, c.req.header('accept'))) {
      return c.json({ error: `There is nothing at ${c.req.path}.` }, 404);
    }
    if (index) return send(c, index);
    return c.text('The portal is not built. Run "pnpm start", which builds it.', 503);
  };
}

/** A browser's address bar names HTML; other tools name nothing. A missing script or picture must not get a page. */
function asksForPage(path: string, accept = '*/*'): boolean {
  return accept.includes('text/html') || (accept.includes('*/*') && extname(path) === '');
}

function filesIn(folder: string): ReadonlyMap<string, PortalFile> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return new Map(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const path = join(entry.parentPath, entry.name);
        return [`/${relative(folder, path).split(sep).join('/')}`, readPortalFile(path)] as const;
      }),
  );
}

function readPortalFile(path: string): PortalFile {
  const body = new Uint8Array(readFileSync(path));
  const type = types[extname(path)] ?? 'application/octet-stream';
  const hashed = /[\\/]assets[\\/].*-[\w-]{8}\.\w+$/.test(path);
  const zippable = body.byteLength > 1024 && /^text|json|svg|wasm/.test(type);
  return {
    body,
    zipped: zippable ? new Uint8Array(gzipSync(body)) : null,
    headers: {
      'Content-Type': type,
      'Cache-Control': hashed ? 'public, max-age=31536000, immutable' : 'no-cache',
      ETag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
      Vary: 'Accept-Encoding',
    },
  };
}

function send(c: Context, file: PortalFile): Response {
  for (const [name, value] of Object.entries(file.headers)) c.header(name, value);
  if (c.req.header('if-none-match') === file.headers['ETag']) return c.body(null, 304);
  const zipped = c.req.header('accept-encoding')?.includes('gzip') ? file.zipped : null;
  if (zipped) c.header('Content-Encoding', 'gzip');
  return c.body(zipped ?? file.body);
}
