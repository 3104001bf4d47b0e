import type { Writing } from '../database.ts';
import type { Mail, Notice } from '../record/message.ts';
import type { Claimed } from './queue.ts';

/**
 * Puts a notice on somebody's list, and leaves a mail in the outbox where mail is sent and they want it. May be called
 * again with one row and acts once.
 */
export async function postNotice(writing: Writing, row: Claimed, mails: boolean): Promise<void> {
  const { id, created_at } = row;
  const { person, says, link }: Notice = JSON.parse(row.payload);
  await writing
    .insertInto('notice')
    .values({ id, person, at: created_at, says, link })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
  if (!mails || !(await wantsMail(writing, person))) return;
  const mail: Mail = { kind: 'mail', notice: id };
  await writing
    .insertInto('outbox')
    .values({ id: `${id}/mail`, kind: mail.kind, payload: JSON.stringify(mail), created_at, delivered_at: null })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

async function wantsMail(writing: Writing, person: string): Promise<boolean> {
  const row = await writing
    .selectFrom('mail_preference')
    .select('wants')
    .where('person', '=', person)
    .executeTakeFirst();
  return row?.wants !== 0;
}
