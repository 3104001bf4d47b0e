import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Dialect } from './dialect.ts';

/**
 * One step of the database's shape. `up` runs inside a transaction. It is
 * handed a database of any type, and a migration file says `Kysely<unknown>`:
 * it must not lean on today's table types, which a later migration changes.
 */
export type Migration = {
  readonly number: number;
  readonly name: string;
  readonly up: <Schema>(db: Kysely<Schema>, kind: Dialect['kind']) => Promise<void>;
};

/** A database that this version cannot use, or a folder of migrations that is not in order. */
export class MigrationError extends Error {
  override name = 'MigrationError';
}

const ownFolder = resolve(import.meta.dirname, '../../migrations');
const migrationModule = z.object({
  up: z.custom<Migration['up']>((value) => typeof value === 'function'),
});

/**
 * The migrations of a folder, by number. Other files (tests, a README) are left alone.
 *
 * @throws MigrationError when two have one number, or one exports no `up`.
 */
export async function migrationFiles(folder: string = ownFolder): Promise<readonly Migration[]> {
  const names = (await readdir(folder)).toSorted();
  const files: Migration[] = [];
  for (const file of names) {
    const [, number, name] = /^(\d{4})_(\w+)\.ts$/.exec(file) ?? [];
    if (number === undefined || name === undefined) continue;
    if (files.at(-1)?.number === Number(number)) {
      throw new MigrationError(`Two migrations in ${folder} have the number ${number}.`);
    }
    const loaded = migrationModule.safeParse(await import(pathToFileURL(join(folder, file)).href));
    if (!loaded.success) throw new MigrationError(`The migration ${file} exports no function "up".`);
    files.push({ number: Number(number), name, up: loaded.data.up });
  }
  return files;
}
