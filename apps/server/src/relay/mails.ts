import type { Database } from '../database.ts';
import type { Mailer } from '../platform/mail/mailer.ts';
import type { Mail } from '../record/message.ts';
import { letterOf } from './letter.ts';
import { outsideId } from './outsideId.ts';
import type { Claimed } from './queue.ts';

/** Sends a notice by mail; nothing where it, or its person, is gone, or they have come to want no mail. */
export async function sendMail(db: Database, mailer: Mailer, url: string, row: Claimed): Promise<void> {
  const { notice }: Mail = JSON.parse(row.payload);
  const found = await db
    .selectFrom('notice')
    .innerJoin('user', 'user.id', 'notice.person')
    .leftJoin('mail_preference', 'mail_preference.person', 'notice.person')
    .select(['user.name', 'user.email', 'notice.says', 'notice.link', 'mail_preference.wants'])
    .where('notice.id', '=', notice)
    .executeTakeFirst();
  if (found === undefined || found.wants === 0) return;
  const { name, email, says, link } = found;
  const letter = await letterOf({ name, says, link: `${url}${link ?? '/'}` });
  await mailer.send({ id: outsideId(row.id), to: { name, address: email }, ...letter });
}
