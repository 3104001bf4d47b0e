import { isIP, type Socket } from 'node:net';
import type { HonoRequest } from 'hono';

/** What of Hono's context is needed, whatever else an app has bound to it. */
type Asked = {
  readonly req: Pick<HonoRequest, 'header'>;
  readonly env?: { readonly incoming?: { readonly socket: Pick<Socket, 'remoteAddress'> } } | undefined;
};

/**
 * Where a request comes from: the other end of the socket, or, with a trusted
 * proxy, the last address in the header that the operator named. The ones
 * before it were written by the client and prove nothing.
 *
 * @returns null when there is no socket, as in a test without a server.
 */
export function clientAddress(c: Asked, trustedProxy: string | null): string | null {
  const named = trustedProxy === null ? undefined : c.req.header(trustedProxy);
  const last = named?.split(',').at(-1)?.trim() ?? '';
  if (isIP(last) !== 0) return last;
  return c.env?.incoming?.socket.remoteAddress ?? null;
}
