import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import https from 'node:https';
import { once } from 'node:events';
import type { Server } from 'node:net';
import { hookCertificate } from './hookCertificate.ts';

/** What an endpoint received. */
export interface Received {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** An endpoint on this machine, over http or with the test certificate over https. `answer` says what it does. */
export async function hookServer(
  answer: (response: ServerResponse, received: Received) => void = (response) => response.writeHead(204).end(),
  { secure = false }: { readonly secure?: boolean } = {},
) {
  const received: Received[] = [];
  const take = async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    const one = { headers, body: Buffer.concat(chunks).toString() };
    received.push(one);
    answer(response, one);
  };
  const handler = (request: IncomingMessage, response: ServerResponse) =>
    void take(request, response).catch(() => response.destroy());
  const server: Server & { closeAllConnections(): void } = secure
    ? https.createServer(hookCertificate, handler)
    : http.createServer(handler);
  let connections = 0;
  server.on('connection', () => (connections += 1));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    port,
    url: `http${secure ? 's' : ''}://127.0.0.1:${port}/hook`,
    received,
    connections: () => connections,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
