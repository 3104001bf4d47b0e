import { createServer, IncomingMessage } from 'node:http';
import { getRequestListener, type Http2Bindings, type HttpBindings } from '@hono/node-server';
import type { Settings } from '../settings.ts';
import { dropSlowBody, slowest, type Slowest } from './slowBodies.ts';

/** A server that takes requests. */
export type Listening = {
  /** Where it can be reached from this machine. */
  readonly url: string;
  readonly port: number;
  /** Takes no more, lets the running requests finish for at most 10 s, and resolves. Twice is harmless. */
  stop(): Promise<void>;
};

/** An address that cannot be listened on. The message says how to choose another. */
export class ListenError extends Error {
  override name = 'ListenError';
}

/** What is served: a Hono app, or anything that answers in the same way. */
export type Served = {
  fetch(request: Request, env: HttpBindings): Response | Promise<Response>;
};

/** Time to finish running requests after a stop, in milliseconds. */
const grace = 10_000;

/**
 * Serves an app on the given address.
 *
 * @throws ListenError when the port is taken, may not be used, or the host is not ours.
 */
export async function listen(
  app: Served,
  { host, port }: Pick<Settings, 'host' | 'port'>,
  patience: Slowest = slowest,
): Promise<Listening> {
  const handle = getRequestListener((request, env) =>
    overHttp1(env) ? app.fetch(request, env) : new Response(null, { status: 505 }),
  );
  const server = createServer(
    // 50 MB on a slow line take longer than Node's five minutes.
    { requestTimeout: 15 * 60 * 1000, headersTimeout: 30_000 },
    (request, response) => {
      dropSlowBody(request, patience);
      void handle(request, response);
    },
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(explained(error, host, port)));
    server.listen(port, host, resolve);
  });
  const address = server.address();
  const taken = typeof address === 'object' && address !== null ? address.port : port;
  const stopped = Promise.withResolvers<void>();
  let stopping = false;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}`,
    port: taken,
    stop() {
      if (stopping) return stopped.promise;
      stopping = true;
      // A connection kept alive counts as running until it is told to go.
      const idle = setInterval(() => server.closeIdleConnections(), 50);
      const late = setTimeout(() => server.closeAllConnections(), grace);
      server.close(() => {
        clearInterval(idle);
        clearTimeout(late);
        stopped.resolve();
      });
      return stopped.promise;
    },
  };
}

/** The adapter's type allows for HTTP/2, which this server does not speak. */
function overHttp1(env: HttpBindings | Http2Bindings): env is HttpBindings {
  return env.incoming instanceof IncomingMessage;
}

function explained(error: Error, host: string, port: number): ListenError {
  const code = 'code' in error ? error.code : undefined;
  const sentences: Record<string, string> = {
    EADDRINUSE: `Port ${port} on ${host} is taken by another program. Stop that one, or choose another: PORT=${port + 1}.`,
    EACCES: `Port ${port} may not be used without more rights. Choose one above 1023, for example PORT=4310.`,
    EADDRNOTAVAIL: `HOST is ${host}, which is no address of this machine. Use HOST=127.0.0.1, or HOST=0.0.0.0 for all of them.`,
    ENOTFOUND: `HOST is ${host}, which has no address. Use HOST=127.0.0.1, or HOST=0.0.0.0 for every address of this machine.`,
  };
  return new ListenError(sentences[String(code)] ?? `The server cannot listen on ${host}:${port}: ${error.message}`, {
    cause: error,
  });
}
