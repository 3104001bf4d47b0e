import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type Sqlite from 'better-sqlite3';
import { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { DatabasePlace } from '../../platform/database.ts';
import type { Scratch } from './scratch.ts';
import type { Turns } from './turns.ts';

/** Where a scratch database is poured out. */
export interface Vessel {
  /** Copies every row, whole or not at all, and empties the scratch database. */
  pour(scratch: Scratch): Promise<void>;
  close(): Promise<void>;
}

export async function openVessel(place: DatabasePlace, turns: Turns): Promise<Vessel> {
  if (place.kind === 'sqlite')
    return { pour: async (scratch) => turns.alone(() => pourIntoFile(scratch, place.file)), async close() {} };
  const client = new Client(place.url);
  await client.connect();
  // What is lost with the machine is loaded anew.
  await client.query('set synchronous_commit = off');
  return { pour: (scratch) => pourIntoServer(scratch, client), close: () => client.end() };
}

/** The file is attached only meanwhile, so that nobody waits for a lock that is not needed. */
function pourIntoFile({ connection, tables }: Scratch, file: string): void {
  connection.prepare('attach ? as whole').run(file);
  try {
    // What is loaded half is thrown away, so nothing has to be undone or to be on the disk already.
    connection.pragma('whole.journal_mode = off');
    connection.pragma('whole.synchronous = off');
    connection.pragma('whole.cache_size = -262144');
    connection.transaction(() => {
      for (const table of tables) {
        connection.exec(`insert into whole."${table}" select * from main."${table}"`);
        connection.exec(`delete from main."${table}"`);
      }
    })();
  } finally {
    connection.exec('detach whole');
  }
}

async function pourIntoServer({ connection, tables }: Scratch, client: Client): Promise<void> {
  await client.query('begin');
  for (const table of tables) {
    const columns = connection.prepare(`select * from "${table}" limit 0`).columns();
    const names = columns.map(({ name }) => `"${name}"`).join(', ');
    const lines = linesOf(connection, table, columns.length);
    await pipeline(Readable.from(lines), client.query(copyFrom(`copy "${table}" (${names}) from stdin`)));
    connection.exec(`delete from "${table}"`);
  }
  await client.query('commit');
}

/** Enough that a stream is not kept busy with lines. */
const atOnce = 1000;

function* linesOf(connection: Sqlite.Database, table: string, width: number): Generator<string> {
  const page = connection
    .prepare(`select rowid, * from "${table}" where rowid > ? order by rowid limit ${atOnce}`)
    .raw();
  let after = 0;
  for (;;) {
    const text: string[] = [];
    let last = 0;
    for (const row of page.iterate(after)) {
      if (!Array.isArray(row)) continue;
      last = Number(row[0]);
      for (let place = 1; place <= width; place++) text.push(place === 1 ? '' : '\t', cellOf(row[place]));
      text.push('\n');
    }
    if (text.length === 0) return;
    yield text.join('');
    after = last;
  }
}

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** A value as COPY reads it. */
function cellOf(value: unknown): string {
  if (value === null) return '\\N';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return /[\\\t\n\r]/.test(text) ? text.replaceAll(/[\\\t\n\r]/g, (sign) => escapes[sign] ?? sign) : text;
}
