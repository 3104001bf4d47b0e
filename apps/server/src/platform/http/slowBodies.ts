import type { IncomingMessage } from 'node:http';

/** Bytes a second below which a body that is on its way counts as stalled, looked at every so many milliseconds. */
export interface Slowest {
  readonly bytesPerSecond: number;
  readonly every: number;
}

/** A phone on a bad line sends ten times as much. */
export const slowest: Slowest = { bytesPerSecond: 500, every: 20_000 };

/**
 * Ends the connection of a request whose body comes slower than that: whoever opens many and sends a byte now and then
 * would hold them all for as long as the longest upload may take. What waits for us to read it is not slow.
 */
export function dropSlowBody(request: IncomingMessage, { bytesPerSecond, every }: Slowest): void {
  const { 'content-length': length, 'transfer-encoding': encoding } = request.headers;
  if (encoding === undefined && (length === undefined || length === '0')) return;
  const { socket } = request;
  let before = socket.bytesRead;
  const look = setInterval(() => {
    if (request.complete || socket.destroyed) return clearInterval(look);
    const came = socket.bytesRead - before;
    before = socket.bytesRead;
    const waitsForUs = request.readableLength >= request.readableHighWaterMark;
    if (!waitsForUs && came < (bytesPerSecond * every) / 1000) socket.destroy();
  }, every);
  look.unref();
  // The connection may go on to many more requests; this one is over when it closes.
  request.once('close', () => clearInterval(look));
}
