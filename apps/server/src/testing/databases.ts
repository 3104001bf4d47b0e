import { randomBytes } from 'node:crypto';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** The PostgreSQL server of this run, `postgres://…` without a database's name. */
    postgres: string;
    /** Two databases to copy, with every migration run and nothing in them: a file, and a name on that server. */
    migrated: { readonly file: string; readonly database: string };
  }
}

/** The databases that everything is proved on. */
export const kinds = ['sqlite', 'postgres'] as const;
export type Kind = (typeof kinds)[number];

interface Database extends AsyncDisposable {
  /** As DATABASE_URL names it. */
  readonly url: string;
}

/** An empty database of its own. On PostgreSQL it is dropped in the end; a file goes with its folder. */
export async function freshDatabase(kind: Kind, folder: string): Promise<Database> {
  return kind === 'sqlite' ? fileIn(folder) : createDatabase('template1');
}

/** The same with every migration run: a copy of one that this test run made at its start. */
export async function migratedDatabase(kind: Kind, folder: string): Promise<Database> {
  const { file, database } = inject('migrated');
  if (kind === 'postgres') return createDatabase(database);
  await copyFile(file, join(folder, databaseFile));
  return fileIn(folder);
}

const databaseFile = 'assay.db';

const fileIn = (folder: string): Database => ({
  url: `file:${join(folder, databaseFile)}`,
  async [Symbol.asyncDispose]() {},
});

async function createDatabase(template: string): Promise<Database> {
  const server = inject('postgres');
  const name = `test_${randomBytes(6).toString('hex')}`;
  // Copying files is the quicker way where nothing waits for the disk.
  await ask(server, `create database ${name} template ${template} strategy file_copy`);
  return {
    url: `${server}/${name}`,
    [Symbol.asyncDispose]: () => ask(server, `drop database ${name} with (force)`),
  };
}

async function ask(server: string, statement: string): Promise<void> {
  const client = new Client(`${server}/postgres`);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
