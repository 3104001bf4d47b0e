import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { Client } from 'pg';
import type { Place } from './places.ts';

/** Counts flushes to the disk while something is done. `how` says what was counted. */
export interface Flushes {
  readonly many: number;
  readonly how: string;
}

/** @param pid the server's: of SQLite it is the process that flushes. */
export async function countFlushes(place: Place, pid: number, work: () => Promise<void>): Promise<Flushes> {
  return place.kind === 'sqlite' ? traced(pid, work) : counted(place, work);
}

/** What the system calls of the process say; where they cannot be traced, a flush for each commit is not made up. */
async function traced(pid: number, work: () => Promise<void>): Promise<Flushes> {
  const child = spawn('strace', ['-f', '-qq', '-c', '-e', 'trace=fsync,fdatasync', '-p', String(pid)], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const failed = once(child, 'error').then(() => true);
  const said = text(child.stderr);
  await work();
  if (child.exitCode !== null || (child.pid === undefined && (await failed)))
    return { many: Number.NaN, how: 'strace is not there, so flushes were not counted' };
  child.kill('SIGINT');
  const calls = [...(await said).matchAll(/^\s*[\d.]+\s+[\d.]+\s+\d+\s+(\d+).*\b(?:fsync|fdatasync)$/gm)];
  return {
    many: calls.reduce((sum, [, count]) => sum + Number(count), 0),
    how: 'fsync and fdatasync of the server process, by strace',
  };
}

/** What PostgreSQL itself counts of its log (pg_stat_io). */
async function counted({ url }: Place, work: () => Promise<void>): Promise<Flushes> {
  const client = new Client(url);
  await client.connect();
  try {
    const before = await walFlushes(client);
    await work();
    // Each backend reports at most once a second.
    await new Promise((done) => setTimeout(done, 1500));
    return { many: (await walFlushes(client)) - before, how: 'fsyncs of the write-ahead log, by pg_stat_io' };
  } finally {
    await client.end();
  }
}

async function walFlushes(client: Client): Promise<number> {
  await client.query('select pg_stat_clear_snapshot()');
  const { rows } = await client.query<{ many: string }>(
    "select coalesce(sum(fsyncs), 0) as many from pg_stat_io where object = 'wal'",
  );
  return Number(rows[0]?.many ?? 0);
}
