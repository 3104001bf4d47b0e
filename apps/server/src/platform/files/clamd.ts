import { createReadStream } from 'node:fs';
import { connect } from 'node:net';
import { pipeline } from 'node:stream/promises';
import type { Log } from '../log.ts';

/** What a scanner says of a file; `unavailable` when it could not say. */
export type Scanned = 'clean' | 'infected' | 'unavailable';
/** Looks at a file on this machine. */
export type Scanner = (path: string) => Promise<Scanned>;

/** How long clamd may be silent, in milliseconds: it answers only once it has looked at all of a file. */
const patience = 60_000;

/** Where no scanner is set, nothing is scanned. */
export const noScanner: Scanner = () => Promise.resolve('clean');

/**
 * A scanner that streams files to clamd with INSTREAM over TCP. Whatever but a clear "OK" or "FOUND" comes back (a
 * refused connection, silence, clamd's own size limit) is `unavailable`, and the log says why.
 */
export function clamdScanner(at: { readonly host: string; readonly port: number }, log: Log): Scanner {
  return async (path) => {
    try {
      const answer = await ask(at, path);
      if (answer.endsWith(': OK')) return 'clean';
      const found = /: (.+) FOUND$/.exec(answer)?.[1];
      if (found !== undefined) {
        log.warn({ found }, 'clamd found something in an upload');
        return 'infected';
      }
      log.error({ answer }, 'clamd did not say whether an upload is clean');
    } catch (error) {
      log.error({ err: error }, 'clamd cannot be reached, so no upload is taken');
    }
    return 'unavailable';
  };
}

async function ask({ host, port }: { host: string; port: number }, path: string): Promise<string> {
  const socket = connect({ host, port });
  socket.setTimeout(patience, () => socket.destroy(new Error('clamd was silent for too long')));
  const sent = pipeline(framed(path), socket, { end: false });
  // clamd may answer and hang up in the middle of a file; then its answer counts, not the broken sending.
  const broken = sent.then(
    () => null,
    (error: unknown) => error,
  );
  let answer = '';
  const chunks: AsyncIterable<Buffer> = socket;
  try {
    for await (const chunk of chunks) {
      answer += chunk.toString('latin1');
      if (answer.endsWith('\0')) break;
    }
  } catch (error) {
    if (!answer.endsWith('\0')) throw error;
  } finally {
    socket.destroy();
  }
  const trouble = await broken;
  if (answer === '') throw trouble ?? new Error('clamd hung up without an answer');
  return answer.replace(/\0$/, '').trim();
}

/** The command, then each piece of the file after its length, then a piece of no length. */
async function* framed(path: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from('zINSTREAM\0');
  const chunks: AsyncIterable<Uint8Array> = createReadStream(path);
  for await (const chunk of chunks) {
    yield lengthOf(chunk.byteLength);
    yield chunk;
  }
  yield lengthOf(0);
}

function lengthOf(bytes: number): Uint8Array {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes);
  return length;
}
