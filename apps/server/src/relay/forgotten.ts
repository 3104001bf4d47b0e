import type { Database } from '../database.ts';
import type { Mailer } from '../platform/mail/mailer.ts';
import type { Forgotten } from '../record/message.ts';
import { letterOf } from './letter.ts';
import { outsideId } from './outsideId.ts';
import type { Claimed } from './queue.ts';

/**
 * Sends somebody a link with which they choose a password; nothing where they are gone. An attempt that has to be made
 * again makes the link anew, and the one before leads nowhere.
 */
export async function sendForgotten(
  db: Database,
  mailer: Mailer,
  invitationLink: (person: string) => Promise<string>,
  row: Claimed,
): Promise<void> {
  const { person }: Forgotten = JSON.parse(row.payload);
  const found = await db.selectFrom('user').select(['name', 'email']).where('id', '=', person).executeTakeFirst();
  if (found === undefined) return;
  const says =
    'Choose a new password for Assay. This link works once, for seven days. If you did not ask for it, leave it.';
  const letter = await letterOf({ name: found.name, says, link: await invitationLink(person) });
  const subject = 'Choose a new password for Assay';
  await mailer.send({ id: outsideId(row.id), to: { name: found.name, address: found.email }, ...letter, subject });
}
