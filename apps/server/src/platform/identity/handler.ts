import { addressHeader, basePath } from './configuration.ts';

/**
 * What of better-auth the outside may call. It brings many more endpoints, and
 * a new version may bring others; each would be a door around our own rules
 * (a changed name, a deleted account), so what is not listed is not there.
 */
const open: ReadonlySet<string> = new Set([
  'POST /sign-in/email',
  'POST /sign-out',
  'GET /get-session',
  'POST /change-password',
  'GET /list-sessions',
  'POST /revoke-session',
  'POST /revoke-other-sessions',
]);

/**
 * Answers a request under `/api/auth`.
 *
 * @param handle better-auth's own handler.
 * @param clientAddress where the request comes from, or null when that is not known: those share one sign-in limit.
 */
export async function answer(
  handle: (request: Request) => Promise<Response>,
  request: Request,
  clientAddress: string | null,
): Promise<Response> {
  const path = new URL(request.url).pathname.slice(basePath.length);
  if (!open.has(`${request.method} ${path}`)) {
    return Response.json({ error: 'There is nothing at this address.' }, { status: 404 });
  }
  const headers = new Headers(request.headers);
  headers.delete(addressHeader);
  if (clientAddress !== null) headers.set(addressHeader, clientAddress);
  const body = request.method === 'POST' ? await request.arrayBuffer() : null;
  return handle(new Request(request.url, { method: request.method, headers, body }));
}
