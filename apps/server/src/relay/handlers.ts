import type { Writing } from '../database.ts';
import type { Message } from '../record/projection.ts';

type Handler = (writing: Writing, id: string, message: Message, at: string) => Promise<void>;

/** What is done with each kind of message. A handler may be called twice with one id and acts once. */
export const handlers: Readonly<Record<Message['kind'], Handler>> = {
  async notice(writing, id, { person, says, link }, at) {
    await writing
      .insertInto('notice')
      .values({ id, person, at, says, link })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
  },
};
