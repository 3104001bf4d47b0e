import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { openCluster, type Cluster } from '../../../apps/server/src/testing/postgres/cluster.ts';
import type { Place } from './places.ts';

/** Loaded installations in a folder, and what keeps them running. */
export interface Installations {
  readonly places: readonly Place[];
  /** Stops what runs; `keep` says whether the data stay. */
  end(keep: boolean): Promise<void>;
}

/** Installations of these sizes on one sort of database, loaded where a folder has none yet. */
export async function openInstallations(
  kind: Place['kind'],
  sizes: readonly number[],
  folder: string,
  say: (text: string) => void,
): Promise<Installations> {
  await mkdir(folder, { recursive: true });
  const cluster = kind === 'postgres' ? await openCluster({ durable: true, folder: join(folder, 'postgres') }) : null;
  const places: Place[] = [];
  for (const candidates of sizes) {
    const path = join(folder, `${kind}-${candidates}`);
    await mkdir(path, { recursive: true });
    const url = cluster === null ? `file:${join(path, 'assay.db')}` : `${cluster.url}/assay_${candidates}`;
    if (!(cluster === null ? existsSync(join(path, 'assay.db')) : await hasDatabase(cluster, candidates))) {
      say(`loading ${candidates} candidates into ${kind}\n`);
      await simulate(candidates, cluster === null ? path : url);
    }
    places.push({ kind, path, url, candidates });
  }
  return {
    places,
    async end(keep) {
      await (keep ? cluster?.stop() : cluster?.remove());
      if (!keep) for (const { path } of places) await rm(path, { recursive: true, force: true });
    },
  };
}

/** Whether a database of this size is there; one that was not loaded to its end is made anew. */
async function hasDatabase(cluster: Cluster, candidates: number): Promise<boolean> {
  const name = `assay_${candidates}`;
  const server = new Client(`${cluster.url}/postgres`);
  await server.connect();
  try {
    const { rows } = await server.query('select from pg_database where datname = $1', [name]);
    if (rows.length > 0 && (await isWhole(`${cluster.url}/${name}`))) return true;
    await server.query(`drop database if exists ${name} with (force)`);
    await server.query(`create database ${name}`);
    return false;
  } finally {
    await server.end();
  }
}

async function isWhole(url: string): Promise<boolean> {
  const client = new Client(url);
  await client.connect();
  try {
    const { rows } = await client.query(
      "select from information_schema.tables where table_name = 'fact' and not exists (select from installation where name = 'loading')",
    );
    return rows.length > 0;
  } catch {
    return false;
  } finally {
    await client.end();
  }
}

async function simulate(candidates: number, where: string): Promise<void> {
  const main = join(import.meta.dirname, '../../../apps/cli/src/main.ts');
  const words = [main, 'simulate', '--candidates', String(candidates), '--into', where];
  const [status] = await once(spawn(process.execPath, words, { stdio: ['ignore', 'ignore', 'inherit'] }), 'exit');
  if (status !== 0) throw new Error(`The simulation of ${candidates} candidates was not loaded.`);
}
