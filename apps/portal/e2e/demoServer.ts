import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './freePort.ts';

interface Server {
  readonly url: string;
  /** What it has printed so far. */
  readonly said: () => string;
  readonly stop: () => Promise<void>;
}

/** A server on a free port with the demo freshly loaded into a folder of its own, which goes with it. */
export const startDemoServer = (): Promise<Server> => start([]);

/** The same without the demo: nobody is there yet. */
export const startEmptyServer = (): Promise<Server> => start(['--no-demo']);

async function start(flags: readonly string[]): Promise<Server> {
  const folder = await mkdtemp(join(tmpdir(), 'assay-screens-'));
  const port = await freePort();
  const server = spawn(process.execPath, [join(import.meta.dirname, '../../server/src/main.ts'), ...flags], {
    env: {
      ...process.env,
      PORT: String(port),
      DATA_DIR: folder,
      DATABASE_URL: `file:${join(folder, 'assay.db')}`,
      LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  server.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
  });
  const ended = once(server, 'exit');
  const url = `http://127.0.0.1:${port}`;
  while (!(await ready(url))) {
    const gone = await Promise.race([ended, new Promise<null>((wake) => setTimeout(wake, 250, null))]);
    if (gone !== null) throw new Error('The server did not start; it says why above.');
  }
  return {
    url,
    said: () => printed,
    async stop() {
      server.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true });
    },
  };
}

async function ready(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/readyz`)).ok;
  } catch {
    return false;
  }
}
