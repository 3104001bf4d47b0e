import { sql } from 'kysely';
import type { Database } from '../../database.ts';

/**
 * Drops every key and index, so that rows can be added without keeping them in order; `withKeys` makes them again. For
 * PostgreSQL, where sorting once is several times quicker than inserting in no order. The statements that make them are
 * kept in the database itself, so that another process can run them.
 */
export async function withoutKeys(db: Database): Promise<void> {
  await db.transaction().execute(async (writing) => {
    await sql`create table loading_keys (place serial, statement text not null)`.execute(writing);
    // What refers to a key is dropped before it, and made after it.
    await sql`
      insert into loading_keys (statement)
      select format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
      from pg_constraint
      where connamespace = current_schema()::regnamespace and contype in ('p', 'u', 'f')
      order by contype = 'f', conname`.execute(writing);
    await sql`
      insert into loading_keys (statement)
      select pg_get_indexdef(i.oid)
      from pg_class i join pg_index x on x.indexrelid = i.oid
      where i.relnamespace = current_schema()::regnamespace and i.relkind = 'i'
        and not exists (select from pg_constraint c where c.conindid = i.oid)
      order by i.relname`.execute(writing);
    await sql`
      do $$
      declare one record;
      begin
        for one in
          select conrelid::regclass as owner, conname
          from pg_constraint
          where connamespace = current_schema()::regnamespace and contype in ('p', 'u', 'f')
          order by contype = 'f' desc, conname
        loop
          execute format('alter table %s drop constraint %I', one.owner, one.conname);
        end loop;
        for one in
          select i.relname
          from pg_class i join pg_index x on x.indexrelid = i.oid
          where i.relnamespace = current_schema()::regnamespace and i.relkind = 'i'
        loop
          execute format('drop index %I', one.relname);
        end loop;
      end $$`.execute(writing);
  });
}

/** Makes every key and index again that `withoutKeys` dropped. */
export async function withKeys(db: Database): Promise<void> {
  await db.transaction().execute(async (writing) => {
    await sql`set local maintenance_work_mem = '512MB'`.execute(writing);
    await sql`
      do $$
      declare one record;
      begin
        for one in select statement from loading_keys order by place
        loop
          execute one.statement;
        end loop;
      end $$`.execute(writing);
    await sql`drop table loading_keys`.execute(writing);
  });
}
