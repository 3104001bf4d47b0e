import { sql } from 'kysely';
import type { Writing } from '../../database.ts';
import type { Dialect } from '../../platform/dialect.ts';
import { migrationFiles } from '../../platform/migrationFiles.ts';
import type { Manifest } from './manifest.ts';
import { allTables } from './tables.ts';

/** Drops every table and makes those that the given steps make, in the caller's transaction. */
export async function remake(writing: Writing, kind: Dialect['kind'], steps: Manifest['migrations']): Promise<void> {
  // The other way round than they are filled: what refers to people goes before them.
  for (const { name } of (await allTables(writing)).toReversed())
    await sql`drop table ${sql.table(name)}`.execute(writing);
  await sql`create table if not exists migration
    (number integer primary key, name text not null, applied_at text not null)`.execute(writing);
  await sql`delete from migration`.execute(writing);
  const files = await migrationFiles();
  for (const { number, name, appliedAt } of steps) {
    await files.find((file) => file.number === number)?.up(writing, kind);
    await noteStep(writing, number, name, appliedAt);
  }
}

/** Takes the steps after the first `taken`, in the caller's transaction. */
export async function migrateFurther(writing: Writing, kind: Dialect['kind'], taken: number): Promise<void> {
  for (const { number, name, up } of (await migrationFiles()).slice(taken)) {
    await up(writing, kind);
    await noteStep(writing, number, name, new Date().toISOString());
  }
}

async function noteStep(writing: Writing, number: number, name: string, at: string): Promise<void> {
  await sql`insert into migration (number, name, applied_at) values (${number}, ${name}, ${at})`.execute(writing);
}
