import { setTimeout as pause } from 'node:timers/promises';
import { digestOf, type Actor } from '@assay/engine';
import type { Writing } from '../database.ts';
import type { CommandOutcome, CommandWatch } from '../platform/observability/observer.ts';
import type { World } from '../world.ts';
import { LostRace } from './commit.ts';
import { AssayError } from './errors.ts';
import { Unit } from './unit.ts';

/** Who sends a command, under which id, and what exactly they ask (so that an id cannot be used for two things). */
export interface Sender {
  readonly actors: readonly Actor[];
  readonly commandId: string;
  readonly asked: unknown;
}

type Performing = Pick<World, 'db' | 'dialect' | 'given' | 'nudge' | 'observer'>;

/** More than the number of servers that could be faster one after the other on one record. */
const attempts = 8;

/**
 * Runs one command as one transaction. The same command id from the same person with the same content answers what it
 * answered the first time, and writes nothing. A race that is lost to another transaction is run again: it then sees
 * what the other wrote.
 * Throws AssayError: what the use case throws, malformed (the id was used for something else), unavailable.
 */
export async function perform<Answer extends object>(
  world: Performing,
  sender: Sender,
  work: (unit: Unit) => Promise<Answer>,
): Promise<Answer> {
  const watch = world.observer.command();
  try {
    const { answer, outcome, posted } = await racing(world, sender, watch, work);
    watch.end(outcome);
    if (posted) world.nudge();
    return answer;
  } catch (error) {
    watch.end(outcomeOf(error));
    throw error;
  }
}

interface Performed<Answer> {
  readonly answer: Answer;
  readonly outcome: 'accepted' | 'repeated';
  /** Whether something waits to be told. */
  readonly posted: boolean;
}

async function racing<Answer extends object>(
  world: Performing,
  sender: Sender,
  watch: CommandWatch,
  work: (unit: Unit) => Promise<Answer>,
): Promise<Performed<Answer>> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await world.db.transaction().execute((writing) => once(writing, world, sender, watch, work));
    } catch (error) {
      const trouble = error instanceof LostRace ? 'lostRace' : world.dialect.trouble(error);
      if (trouble === null) throw error;
      if (trouble !== 'lostRace') throw new AssayError({ code: 'unavailable', why: trouble }, { cause: error });
      if (attempt === attempts) throw error;
      await pause(attempt);
    }
  }
}

async function once<Answer extends object>(
  writing: Writing,
  { dialect, given }: Performing,
  { actors, commandId, asked }: Sender,
  watch: CommandWatch,
  work: (unit: Unit) => Promise<Answer>,
): Promise<Performed<Answer>> {
  const person = actors[0]?.person ?? '';
  const digest = digestOf(asked);
  const known = () => writing.selectFrom('command').selectAll().where('id', '=', commandId).executeTakeFirst();
  const before = await known();
  if (before !== undefined) {
    if (before.person === person && before.asked === digest) {
      const answered: Answer = JSON.parse(before.answer);
      return { answer: answered, outcome: 'repeated', posted: false };
    }
    throw new AssayError({
      code: 'malformed',
      fields: [{ path: 'commandId', says: 'was used for another command before; make a new one.' }],
    });
  }
  const unit = new Unit(writing, dialect, given, actors, commandId, watch);
  const done = await work(unit).catch(async (error: unknown) => {
    // The very same command may have been taken at another server since we looked: then its answer is the answer.
    if (error instanceof AssayError && (await known()) !== undefined) throw new LostRace(commandId);
    throw error;
  });
  await writing
    .insertInto('command')
    .values({ id: commandId, person, asked: digest, answer: JSON.stringify(done), at: unit.at })
    .execute();
  return { answer: done, outcome: 'accepted', posted: unit.posted };
}

function outcomeOf(error: unknown): CommandOutcome {
  if (!(error instanceof AssayError) || error.trouble.code === 'unavailable') return 'failed';
  return error.trouble.code === 'clash' ? 'clashed' : 'refused';
}
