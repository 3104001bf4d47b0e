import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { serveJobs } from '../platform/processes/serveJobs.ts';

let jobs = 0;
const held: unknown[] = [];

/** Whatever a job may do to the process it runs in. */
serveJobs(async (job) => {
  const doing = typeof job === 'object' && job !== null && 'doing' in job ? job.doing : null;
  jobs += 1;
  switch (doing) {
    case 'spin':
      for (;;) held.length = 0;
    case 'objects':
      for (;;) held.push({ at: held.length });
    case 'buffers':
      for (;;) held.push(new Uint8Array(1024 * 1024).fill(1));
    case 'throw':
      throw new RangeError('no such page');
    case 'reject':
      void Promise.reject(new Error('later'));
      return new Promise(() => undefined);
    case 'exit':
      return process.exit(3);
    case 'pid':
      return { pid: process.pid };
    case 'read':
      return { doing, jobs, found: existsSync(import.meta.filename) };
    case 'write':
      return refusedTo(() => writeFileSync(join(import.meta.dirname, 'written'), 'x'));
    case 'program':
      return refusedTo(() => spawnSync('true'));
    case 'settings':
      return {
        settings: Object.keys(process.env).filter((name) => name.startsWith('ASSAY') || name === 'DATABASE_URL'),
      };
    default:
      return { doing, jobs };
  }
});

function refusedTo(work: () => unknown): { refused: unknown } {
  try {
    work();
  } catch (error) {
    return { refused: error instanceof Error && 'code' in error ? error.code : String(error) };
  }
  return { refused: null };
}
