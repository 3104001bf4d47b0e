import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/**
 * A line to a server on this machine that goes dead once, after so many bytes were sent over it and what `arrived` waits
 * for is there, and is whole again from then on. `sentAfterwards` counts what was sent over it since.
 */
export async function breakingProxy(
  port: number,
  { after, arrived }: { readonly after: number; readonly arrived: () => Promise<void> },
): Promise<AsyncDisposable & { readonly url: string; sentAfterwards(): number; broke(): boolean }> {
  let sent = 0;
  let broke = false;
  let afterwards = 0;
  const sockets = new Set<Socket>();
  const server = createServer((from) => {
    const to = connect(port, '127.0.0.1');
    for (const socket of [from, to]) {
      sockets.add(socket);
      socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    }
    to.pipe(from);
    from.on('data', (chunk) => {
      to.write(chunk);
      if (broke) afterwards += chunk.length;
      sent += chunk.length;
      if (broke || sent < after) return;
      broke = true;
      from.pause();
      void arrived().finally(() => {
        from.resetAndDestroy();
        to.resetAndDestroy();
      });
    });
    from.on('end', () => to.end());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    sentAfterwards: () => afterwards,
    broke: () => broke,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
