import { sql } from 'kysely';
import type { Database } from '../../database.ts';

/** Statements that make keys and indexes again, kept in the database itself so that another process can run them. */
const ledger = 'loading_keys';

/**
 * Drops every key and index, so that rows can be added without keeping them in order; `withKeys` makes them again. For
 * PostgreSQL, where sorting once is several times quicker than inserting in no order.
 */
export async function withoutKeys(db: Database): Promise<void> {
  await db.transaction().execute(async (writing) => {
    await sql`create table ${sql.table(ledger)} (place serial, statement text not null)`.execute(writing);
    // What refers to a key is dropped before it, and made after it.
    const { rows: keys } = await sql<{ table: string; name: string; definition: string }>`
      select conrelid::regclass::text as "table", quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
      from pg_constraint
      where connamespace = current_schema()::regnamespace and contype in ('p', 'u', 'f')
      order by contype = 'f' desc, conname`.execute(writing);
    const { rows: indexes } = await sql<{ name: string; definition: string }>`
      select quote_ident(i.relname) as name, pg_get_indexdef(i.oid) as definition
      from pg_class i join pg_index x on x.indexrelid = i.oid
      where i.relnamespace = current_schema()::regnamespace and i.relkind = 'i'
        and not exists (select from pg_constraint c where c.conindid = i.oid)
      order by i.relname`.execute(writing);
    const again = [
      ...keys
        .toReversed()
        .map(({ table, name, definition }) => `alter table ${table} add constraint ${name} ${definition}`),
      ...indexes.map(({ definition }) => definition),
    ];
    for (const statement of again)
      await sql`insert into ${sql.table(ledger)} (statement) values (${statement})`.execute(writing);
    for (const { table, name } of keys) await sql.raw(`alter table ${table} drop constraint ${name}`).execute(writing);
    for (const { name } of indexes) await sql.raw(`drop index ${name}`).execute(writing);
  });
}

/** Makes every key and index again that `withoutKeys` dropped. */
export async function withKeys(db: Database): Promise<void> {
  await db.transaction().execute(async (writing) => {
    await sql`set local maintenance_work_mem = '512MB'`.execute(writing);
    const { rows } = await sql<{ statement: string }>`
      select statement from ${sql.table(ledger)} order by place`.execute(writing);
    for (const { statement } of rows) await sql.raw(statement).execute(writing);
    await sql`drop table ${sql.table(ledger)}`.execute(writing);
  });
}
