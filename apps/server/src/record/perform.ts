import { digestOf, type Actor } from '@assay/engine';
import type { Writing } from '../database.ts';
import type { CommandOutcome } from '../platform/observability/observer.ts';
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
  world: Pick<World, 'db' | 'given' | 'nudge' | 'observer'>,
  { actors, commandId, asked }: Sender,
  work: (unit: Unit) => Promise<Answer>,
): Promise<Answer> {
  const person = actors[0]?.person ?? '';
  const digest = digestOf(asked);
  const watch = world.observer.command();
  let outcome: CommandOutcome = 'accepted';
  const once = async (writing: Writing): Promise<Answer> => {
    const before = await writing.selectFrom('command').selectAll().where('id', '=', commandId).executeTakeFirst();
    if (before !== undefined) {
      if (before.person === person && before.asked === digest) {
        const given: Answer = JSON.parse(before.answer);
        outcome = 'repeated';
        return given;
      }
      throw new AssayError({
        code: 'malformed',
        fields: [{ path: 'commandId', says: 'was used for another command before; make a new one.' }],
      });
    }
    const unit = new Unit(writing, world.given, actors, commandId, watch);
    const done = await work(unit);
    await writing
      .insertInto('command')
      .values({ id: commandId, person, asked: digest, answer: JSON.stringify(done), at: unit.at })
      .execute();
    return done;
  };
  try {
    const answer = await world.db.transaction().execute(once);
    watch.end(outcome);
    world.nudge();
    return answer;
  } catch (error) {
    watch.end(outcomeOf(error));
    throw error;
  }
}

function outcomeOf(error: unknown): CommandOutcome {
  if (!(error instanceof AssayError)) return 'failed';
  return error.trouble.code === 'clash' ? 'clashed' : 'refused';
}
