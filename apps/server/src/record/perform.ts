import { digestOf, type Actor } from '@assay/engine';
import type { World } from '../world.ts';
import { AssayError } from './errors.ts';
import { Unit } from './unit.ts';

/** Who sends a command, under which id, and what exactly they ask (so that an id cannot be used for two things). */
export interface Sender {
  readonly actors: readonly Actor[];
  readonly commandId: string;
  readonly asked: unknown;
}

/**
 * Runs one command as one transaction. The same command id from the same person with the same content answers what it
 * answered the first time, and writes nothing.
 */
export async function perform<Answer extends object>(
  world: Pick<World, 'db' | 'given' | 'nudge'>,
  { actors, commandId, asked }: Sender,
  work: (unit: Unit) => Promise<Answer>,
): Promise<Answer> {
  const person = actors[0]?.person ?? '';
  const digest = digestOf(asked);
  const answer = await world.db.transaction().execute(async (writing) => {
    const before = await writing.selectFrom('command').selectAll().where('id', '=', commandId).executeTakeFirst();
    if (before !== undefined) {
      if (before.person === person && before.asked === digest) {
        const given: Answer = JSON.parse(before.answer);
        return given;
      }
      throw new AssayError({
        code: 'malformed',
        fields: [{ path: 'commandId', says: 'was used for another command before; make a new one.' }],
      });
    }
    const unit = new Unit(writing, world.given, actors, commandId);
    const done = await work(unit);
    await writing
      .insertInto('command')
      .values({ id: commandId, person, asked: digest, answer: JSON.stringify(done), at: unit.at })
      .execute();
    return done;
  });
  world.nudge();
  return answer;
}
