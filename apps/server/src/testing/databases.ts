import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { Client } from 'pg';
import { inject } from 'vitest';
import type {} from './postgres/setup.ts';

/** The databases that everything is proved on. */
export const kinds = ['sqlite', 'postgres'] as const;
export type Kind = (typeof kinds)[number];

/** An empty database of its own, and its DATABASE_URL. On PostgreSQL it is dropped in the end; a file goes with its folder. */
export async function freshDatabase(kind: Kind, folder: string): Promise<AsyncDisposable & { readonly url: string }> {
  if (kind === 'sqlite') return { url: `file:${join(folder, 'assay.db')}`, async [Symbol.asyncDispose]() {} };
  const server = inject('postgres');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await ask(server, `create database ${name}`);
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
