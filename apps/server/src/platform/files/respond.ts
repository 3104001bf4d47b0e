import { plainName } from './name.ts';
import { rangeOf } from './range.ts';
import type { FileStore } from './store.ts';
import type { FileType } from './types.ts';

/** What may be shown in the browser. The rest is only ever saved. */
const shownInline: ReadonlySet<FileType> = new Set([
  'application/pdf',
  'image/png',
  'image/jpeg',
  'image/webp',
  'image/gif',
  'text/plain',
]);

/**
 * Serves a stored file so that nothing in it can act on our pages: its type is
 * the one found when it came in, the browser must not guess another, and as a
 * page of its own it may load and run nothing.
 *
 * The caller has decided that this person may read it.
 *
 * @param inline asks to show it; only PDF, images and plain text are, the rest is saved.
 * @returns 200, 206 for a range, 304, 416, or 404 when the store has no such file.
 */
export async function serveFile(given: {
  readonly request: Pick<Request, 'method' | 'headers'>;
  readonly store: FileStore;
  readonly file: { readonly hash: string; readonly name: string; readonly type: FileType };
  readonly inline?: boolean;
}): Promise<Response> {
  const { request, store, file, inline = false } = given;
  const bytes = await store.bytes(file.hash);
  if (bytes === null) return Response.json({ error: 'This file is not here.' }, { status: 404 });

  const tag = `"${file.hash}"`;
  const headers = new Headers({
    'Content-Type': file.type.startsWith('text/') ? `${file.type}; charset=utf-8` : file.type,
    'Content-Disposition': disposition(inline && shownInline.has(file.type), file.name),
    'Content-Security-Policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Resource-Policy': 'same-origin',
    // An hour, and for this browser alone: who may read it can change.
    'Cache-Control': 'private, max-age=3600, immutable',
    'Accept-Ranges': 'bytes',
    ETag: tag,
  });
  if (request.headers.get('if-none-match') === tag) return new Response(null, { status: 304, headers });

  // A part is only of use to who has the rest of the same file.
  const same = [null, tag].includes(request.headers.get('if-range'));
  const range = same ? rangeOf(request.headers.get('range'), bytes) : 'whole';
  if (range === 'outside') {
    headers.set('Content-Range', `bytes */${bytes}`);
    return new Response(null, { status: 416, headers });
  }
  const part = range === 'whole' ? null : range;
  headers.set('Content-Length', String(part ? part.end - part.start + 1 : bytes));
  if (part) headers.set('Content-Range', `bytes ${part.start}-${part.end}/${bytes}`);
  const status = part ? 206 : 200;
  if (request.method === 'HEAD') return new Response(null, { status, headers });
  const opened = await store.open(file.hash, part ?? undefined);
  return new Response(opened?.stream ?? null, { status, headers });
}

/** The name twice: in plain ASCII for old software, and in full after RFC 5987. */
function disposition(inline: boolean, name: string): string {
  const shown = plainName(name);
  const ascii = shown.replaceAll(/[^\x20-\x7e]|["\\%]/g, '_');
  const full = encodeURIComponent(shown).replaceAll(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${inline ? 'inline' : 'attachment'}; filename="${ascii}"; filename*=UTF-8''${full}`;
}
