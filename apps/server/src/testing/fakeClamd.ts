import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';

/** The harmless text that every scanner knows as a test, in two halves so that this file is not it. */
export const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-', 'ANTIVIRUS-TEST-FILE!$H+H*'].join('');

type Heard = { readonly command: string; readonly body: Buffer };

/** Speaks clamd's protocol on loopback as clamd does, and answers with what `answer` makes of what was sent. */
export async function fakeClamd(answer: (heard: Heard, socket: Socket) => void) {
  const server = createServer((socket) => {
    let received = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk]);
      const heard = heardIn(received);
      if (heard !== null) answer(heard, socket);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    at: { host: '127.0.0.1', port: address.port },
    async [Symbol.asyncDispose]() {
      server.close();
      await once(server, 'close');
    },
  };
}

/** The command and the pieces put together, once the piece of no length has come. */
function heardIn(received: Buffer): Heard | null {
  const end = received.indexOf(0);
  const pieces: Buffer[] = [];
  if (end === -1) return null;
  for (let at = end + 1; at + 4 <= received.length;) {
    const length = received.readUInt32BE(at);
    if (length === 0) return { command: received.toString('latin1', 0, end), body: Buffer.concat(pieces) };
    pieces.push(received.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}

/** As clamd answers. */
export const likeClamd = ({ command, body }: Heard, socket: Socket) => {
  if (command !== 'zINSTREAM') return socket.end('UNKNOWN COMMAND\0');
  return socket.end(body.includes(eicar) ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0');
};
