import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';

test.each([0, 3])('a process that knows of PostgreSQL and went with %i ends so', async (code) => {
  const cluster = new URL('cluster.ts', import.meta.url).href;
  const words = `await import('${cluster}'); process.exitCode = ${code};`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', words], { stdio: 'ignore' });
  expect(await once(child, 'exit')).toEqual([code, null]);
});
