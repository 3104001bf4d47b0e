import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Bare } from './bare.ts';
import type { Load, Loaded } from './load.ts';
import type { Writes, Written } from './write.ts';

const program = (name: string) => [join(import.meta.dirname, name)];

/** Applies a load from a process of its own. */
export const applyLoad = (load: Load): Promise<Loaded> => ask('load.ts', load);

/** Sends judgements from a process of its own. */
export const sendJudgements = (writes: Writes): Promise<Written> => ask('write.ts', writes);

/** Runs a program that reads JSON and answers JSON. */
export async function ask<Answer>(name: string, given: object): Promise<Answer> {
  const child = spawn(process.execPath, program(name), { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(JSON.stringify(given));
  const answer: Answer = JSON.parse(await text(child.stdout));
  return answer;
}

/** Starts a bare server; answers where it is, and how to end it. */
export async function startBare(bare: Bare): Promise<{ origin: string; end(): Promise<void> }> {
  const child = spawn(process.execPath, program('bare.ts'), { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(JSON.stringify(bare));
  const [port] = await once(child.stdout, 'data');
  return {
    origin: `http://127.0.0.1:${String(port).trim()}`,
    async end() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}
