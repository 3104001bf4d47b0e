import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
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
    case 'sleep':
      return new Promise(() => undefined);
    case 'stop':
      process.kill(process.pid, 'SIGTERM');
      return new Promise(() => undefined);
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
      return attempt(() => readFileSync(pathIn(job), 'utf8'));
    case 'write':
      return attempt(() => writeFileSync(pathIn(job), 'x'));
    case 'program':
      return attempt(() => spawnSync('true').status);
    case 'settings':
      return {
        settings: Object.keys(process.env).filter((name) => name.startsWith('ASSAY') || name === 'DATABASE_URL'),
      };
    default:
      return { doing, jobs };
  }
});

function pathIn(job: unknown): string {
  return typeof job === 'object' && job !== null && 'path' in job ? String(job.path) : '';
}

function attempt(work: () => unknown): { said: unknown } | { refused: unknown } {
  try {
    return { said: work() };
  } catch (error) {
    return { refused: error instanceof Error && 'code' in error ? error.code : String(error) };
  }
}
