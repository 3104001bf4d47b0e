import { join } from 'node:path';
import { sql } from 'kysely';
import type { TestProject } from 'vitest/node';
import { openDatabase, type DatabasePlace, type OpenDatabase } from '../../platform/database.ts';
import { migrate } from '../../platform/migrate.ts';
import { temporaryFolder } from '../temporaryFolder.ts';
import { openCluster } from './cluster.ts';

/**
 * One PostgreSQL server for all tests that use a database; each makes its own database on it. Migrating one takes
 * longer than most tests, so it is done once and copied.
 */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const cluster = await openCluster({ durable: false });
  const folder = await temporaryFolder();
  const file = join(folder.path, 'migrated.db');
  await at({ kind: 'postgres', url: `${cluster.url}/postgres` }, ({ db }) => sql`create database migrated`.execute(db));
  await at({ kind: 'sqlite', file }, ({ db, dialect }) => migrate(db, dialect));
  await at({ kind: 'postgres', url: `${cluster.url}/migrated` }, ({ db, dialect }) => migrate(db, dialect));
  provide('postgres', cluster.url);
  provide('migrated', { file, database: 'migrated' });
  return async () => {
    await cluster.remove();
    await folder[Symbol.asyncDispose]();
  };
}

async function at(place: DatabasePlace, work: (opened: OpenDatabase<object>) => Promise<unknown>): Promise<void> {
  const opened = openDatabase<object>(place);
  await work(opened);
  await opened.close();
}
