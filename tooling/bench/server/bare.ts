import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import Sqlite from 'better-sqlite3';
import { Pool } from 'pg';
import type { Place, Script } from './places.ts';

/** What a bare server is given: where the database is, and the statements of each question. */
export interface Bare {
  readonly place: Place;
  readonly scripts: readonly Script[];
}

/** A process of its own: the same statements behind a bare Node http handler, `/<number of the script>`. */
async function main(): Promise<void> {
  const { place, scripts }: Bare = JSON.parse(await text(process.stdin));
  const run = place.kind === 'sqlite' ? onFile(place) : onServer(place);
  const server = createServer((request, response) => {
    const script = scripts[Number(request.url?.slice(1))] ?? [];
    void run(script).then(
      (rows) => response.setHeader('content-type', 'application/json').end(JSON.stringify(rows)),
      (error: unknown) => {
        response.statusCode = 500;
        response.end(String(error));
      },
    );
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  process.stdout.write(`${address === null || typeof address === 'string' ? '' : address.port}\n`);
  process.on('SIGTERM', () => process.exit(0));
}

type Run = (script: Script) => Promise<unknown[]>;

function onFile({ url }: Place): Run {
  const connection = new Sqlite(url.slice('file:'.length));
  connection.pragma('journal_mode = WAL');
  const kept = new Map<string, Sqlite.Statement>();
  return async (script) =>
    script.map(({ sql, parameters }) => {
      const statement = kept.get(sql) ?? connection.prepare(sql);
      kept.set(sql, statement);
      return statement.reader ? statement.all(...parameters) : statement.run(...parameters);
    });
}

/** One statement after the other, each prepared once on each of ten connections. */
function onServer({ url }: Place): Run {
  const pool = new Pool({ connectionString: url, max: 10 });
  const names = new Map<string, string>();
  return async (script) => {
    const client = await pool.connect();
    try {
      const found: unknown[] = [];
      for (const { sql, parameters } of script) {
        const name = names.get(sql) ?? `bare_${names.size}`;
        names.set(sql, name);
        found.push((await client.query({ name, text: sql, values: [...parameters] })).rows);
      }
      return found;
    } finally {
      client.release();
    }
  };
}

await main();
