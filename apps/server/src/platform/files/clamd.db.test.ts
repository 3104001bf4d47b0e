import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { describe, expect, test } from 'vitest';
import { eicar, fakeClamd, likeClamd } from '../../testing/fakeClamd.ts';
import { temporaryFolder } from '../../testing/temporaryFolder.ts';
import { openLog } from '../log.ts';
import { clamdScanner } from './clamd.ts';

async function scan(at: { host: string; port: number }, content: string | Uint8Array) {
  await using folder = await temporaryFolder();
  const path = `${folder.path}/received`;
  await writeFile(path, content);
  const lines: string[] = [];
  const scanned = await clamdScanner(at, openLog('warn', { write: (line) => void lines.push(line) }))(path);
  return { scanned, log: lines.join('') };
}

describe('clamd', () => {
  test('is sent the whole file in pieces, and its OK is taken', async () => {
    let bytes = 0;
    await using clamd = await fakeClamd((heard, socket) => {
      bytes = heard.body.length;
      likeClamd(heard, socket);
    });
    expect((await scan(clamd.at, Buffer.alloc(300_000, 'a'))).scanned).toBe('clean');
    expect(bytes).toBe(300_000);
  });

  test('finds what it knows, wherever in the file it is, and the log says what', async () => {
    await using clamd = await fakeClamd(likeClamd);
    const { scanned, log } = await scan(clamd.at, 'a'.repeat(65_500) + eicar);
    expect(scanned).toBe('infected');
    expect(log).toContain('Eicar-Test-Signature');
  });

  test.each([
    ['an error', 'INSTREAM size limit exceeded. ERROR\0', 'size limit exceeded'],
    ['nonsense', 'perhaps\0', 'perhaps'],
    ['half an answer', 'stream: O', 'stream: O'],
    ['nothing', '', 'hung up without an answer'],
  ])('that answers %s says nothing of the file, and the log says why', async (_what, answer, logged) => {
    await using clamd = await fakeClamd((_heard, socket) => socket.end(answer));
    const { scanned, log } = await scan(clamd.at, 'a');
    expect(scanned).toBe('unavailable');
    expect(log).toContain(logged);
  });

  test('that answers and hangs up in the middle of a file is heard', async () => {
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', () => socket.end('INSTREAM size limit exceeded. ERROR\0', () => socket.destroy()));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = address !== null && typeof address === 'object' ? address.port : 0;
    expect((await scan({ host: '127.0.0.1', port }, Buffer.alloc(20_000_000))).scanned).toBe('unavailable');
    server.close();
  });

  test('that does not listen says nothing of the file', async () => {
    const gone = await fakeClamd(likeClamd);
    await gone[Symbol.asyncDispose]();
    const { scanned, log } = await scan(gone.at, 'a');
    expect(scanned).toBe('unavailable');
    expect(log).toContain('ECONNREFUSED');
  });
});
