import { expect, test } from 'vitest';
import type { Schema } from '../database.ts';
import { openLog } from '../platform/log.ts';
import { migrationFiles } from '../platform/migrationFiles.ts';
import { openSqlite } from '../platform/sqlite/open.ts';
import { inTransaction } from './lanes.ts';
import { postNotice } from './notices.ts';
import { openRelay } from './relay.ts';
import { manualClock } from '../testing/manualClock.ts';
import { soon } from '../testing/soon.ts';

test('what waited before the outbox knew of attempts is delivered, and what was delivered is left alone', async () => {
  const { db, close } = openSqlite<Schema>(':memory:');
  const files = await migrationFiles();
  for (const file of files.filter(({ number }) => number < 8)) await file.up(db, 'sqlite');
  const payload = JSON.stringify({ kind: 'notice', person: 'rosa', says: 'Hello.', link: null });
  const before = { kind: 'notice', payload, created_at: '2026-03-01T09:00:00.000Z' };
  await db
    .insertInto('outbox')
    .values([
      { ...before, id: 'told', delivered_at: '2026-03-01T09:00:01.000Z' },
      { ...before, id: 'waiting', delivered_at: null },
    ])
    .execute();
  await files.find(({ number }) => number === 8)?.up(db, 'sqlite');
  const read = () =>
    db.selectFrom('outbox').select(['id', 'attempts', 'next_at', 'delivered_at']).orderBy('id').execute();
  expect(await read()).toEqual([
    { id: 'told', attempts: 0, next_at: null, delivered_at: '2026-03-01T09:00:01.000Z' },
    { id: 'waiting', attempts: 0, next_at: '1970-01-01T00:00:00.000Z', delivered_at: null },
  ]);

  const clock = manualClock();
  const place = { db, log: openLog('silent'), clock };
  const deliver = inTransaction(place, (writing, row) => postNotice(writing, row, false));
  const relay = openRelay({
    ...place,
    takers: 'one',
    lanes: [{ kind: 'notice', slots: 1, page: 50, share: 50, deliver }],
  });
  await soon(async () =>
    expect((await read())[1]).toEqual({ id: 'waiting', attempts: 1, next_at: null, delivered_at: clock.now() }),
  );
  expect(await db.selectFrom('notice').selectAll().execute()).toEqual([
    { id: 'waiting', person: 'rosa', at: '2026-03-01T09:00:00.000Z', says: 'Hello.', link: null },
  ]);
  await relay.stop();
  await close();
});
