import { text } from 'node:stream/consumers';
import Sqlite from 'better-sqlite3';
import { Client } from 'pg';
import type { Place } from './places.ts';

/** What a judgement leaves in the tables, written by hand. */
export interface BareWrites {
  readonly place: Place;
  readonly seconds: number;
  /** How many write at the same time, where the database lets them. */
  readonly writers: number;
}

export interface BareWritten {
  readonly accepted: number;
  readonly seconds: number;
}

type Row = Readonly<Record<string, string | number | null>>;

/**
 * The rows of one accepted judgement, of about the same size: the command, the fact, the state, and what is kept for
 * reading. Under streams of their own and past the end of the log, so that they can be taken away again.
 */
export function rowsOf(
  place: number,
  nth: number,
  position: number,
): readonly (readonly [table: string, key: string, row: Row])[] {
  const stream = `bare-${place}`;
  const hash = 'f'.repeat(64);
  const id = `bare-${place}-${nth}`;
  const at = '2026-11-24T12:00:00.000Z';
  const reason = 'Measured: the account says what was done, and not why.';
  const data = JSON.stringify({
    review: stream,
    submission: stream,
    standard: 'LLD.S1',
    score: 1,
    reason,
    evidence: [],
  });
  return [
    [
      'fact',
      '',
      {
        position,
        stream,
        version: nth + 1,
        workflow: 'bare',
        type: 'StandardJudged',
        schema: 1,
        data,
        person: stream,
        role: 'assessor',
        provider: 'bare',
        at,
        command: id,
        previous: hash,
        hash,
      },
    ],
    [
      'stream',
      'id',
      { id: stream, workflow: 'bare', version: nth + 1, status: 'marking', context: 'x'.repeat(4000), hash },
    ],
    [
      'review',
      'review',
      {
        review: stream,
        submission: stream,
        candidate: stream,
        provider: 'bare',
        cohort: 'bare',
        assessor: stream,
        status: 'marking',
        version: nth + 1,
        attempt: 1,
        round: 1,
        judged: nth % 53,
        asked: 53,
        opened_at: at,
        marker: 'first',
        current: 1,
      },
    ],
    [
      'judgement',
      'review, standard',
      { review: stream, standard: `S${nth % 53}`, score: 1, reason, evidence: '[]', at },
    ],
    [
      'command',
      '',
      { id, person: stream, asked: hash, answer: JSON.stringify({ version: nth + 1, status: 'marking' }), at },
    ],
  ];
}

/** The statement for a row: an insert, or the row in place of the one with its key. */
export function statementOf(table: string, key: string, row: Row, mark: (place: number) => string): string {
  const names = Object.keys(row);
  const values = names.map((_name, place) => mark(place)).join(', ');
  const instead =
    key === ''
      ? ''
      : ` on conflict (${key}) do update set ${names.map((name) => `${name} = excluded.${name}`).join(', ')}`;
  return `insert into ${table} (${names.join(', ')}) values (${values})${instead}`;
}

const undo = [
  ['fact', 'stream'],
  ['stream', 'id'],
  ['review', 'review'],
  ['judgement', 'review'],
  ['command', 'id'],
] as const;

async function main(): Promise<void> {
  const given: BareWrites = JSON.parse(await text(process.stdin));
  const answer = given.place.kind === 'sqlite' ? onFile(given) : await onServer(given);
  process.stdout.write(JSON.stringify(answer));
}

function onFile({ place, seconds }: BareWrites): BareWritten {
  const connection = new Sqlite(place.url.slice('file:'.length));
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  const [end] = connection.prepare('select max(position) from fact').pluck().all();
  const kept = new Map<string, Sqlite.Statement>();
  const write = connection.transaction((nth: number) => {
    for (const [table, key, row] of rowsOf(0, nth, Number(end) + nth + 1)) {
      const statement = kept.get(table) ?? connection.prepare(statementOf(table, key, row, () => '?'));
      kept.set(table, statement);
      statement.run(...Object.values(row));
    }
  });
  const begun = performance.now();
  let accepted = 0;
  for (; performance.now() - begun < seconds * 1000; accepted++) write(accepted);
  const took = (performance.now() - begun) / 1000;
  for (const [table, column] of undo) connection.exec(`delete from ${table} where ${column} like 'bare-%'`);
  connection.close();
  return { accepted, seconds: took };
}

async function onServer({ place, seconds, writers }: BareWrites): Promise<BareWritten> {
  const clients = await Promise.all(
    Array.from({ length: writers }, async () => {
      const client = new Client(place.url);
      await client.connect();
      return client;
    }),
  );
  const [first] = clients;
  const found = await first?.query<{ end: string }>('select max(position) as end from fact');
  let position = Number(found?.rows[0]?.end ?? 0);
  const begun = performance.now();
  const each = await Promise.all(
    clients.map(async (client, number) => {
      let accepted = 0;
      for (; performance.now() - begun < seconds * 1000; accepted++) {
        await client.query({ name: 'begin', text: 'begin' });
        for (const [table, key, row] of rowsOf(number, accepted, ++position)) {
          const sql = statementOf(table, key, row, (at) => `$${at + 1}`);
          await client.query({ name: table, text: sql, values: Object.values(row) });
        }
        await client.query({ name: 'commit', text: 'commit' });
      }
      return accepted;
    }),
  );
  const took = (performance.now() - begun) / 1000;
  for (const [table, column] of undo) await first?.query(`delete from ${table} where ${column} like 'bare-%'`);
  await Promise.all(clients.map((client) => client.end()));
  return { accepted: each.reduce((sum, one) => sum + one, 0), seconds: took };
}

await main();
