import type { World } from '../world.ts';
import type { Forgotten } from '../record/message.ts';

/** Milliseconds in which one person gets one such mail, however often it is asked for. */
const onceIn = 10 * 60_000;

/** Whether anything is mailed from here: not where no mail server is set, nor in a demo. */
export const sendsMail = ({ settings, identity }: World): boolean => settings.mail !== null && identity.demo === null;

/**
 * Has a way to a new password mailed to whoever has this address. Whoever asks learns nothing of whether anybody has:
 * not by the answer, and not by how long it takes, since the work is done after it.
 *
 * @returns whether anything is mailed from here at all.
 */
export function askForPassword(world: World, email: string): { mailed: boolean } {
  if (!sendsMail(world)) return { mailed: false };
  leave(world, email).catch((error: unknown) => world.log.error({ err: error }, 'a forgotten password was not mailed'));
  return { mailed: true };
}

async function leave({ db, given, nudge }: World, email: string): Promise<void> {
  const found = await db.selectFrom('user').select('id').where('email', '=', email.toLowerCase()).executeTakeFirst();
  if (found === undefined) return;
  const message: Forgotten = { kind: 'forgotten', person: found.id };
  const now = given.now();
  await db
    .insertInto('outbox')
    .values({
      id: `forgotten/${found.id}/${Math.floor(Date.parse(now) / onceIn)}`,
      kind: message.kind,
      payload: JSON.stringify(message),
      created_at: now,
      delivered_at: null,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
  nudge();
}
