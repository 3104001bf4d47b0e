import type { Database, Writing } from '../database.ts';
import { DeliveryError } from '../platform/deliveryError.ts';
import type { Log } from '../platform/log.ts';
import type { Message } from '../record/message.ts';
import { mostAttempts } from './backoff.ts';
import type { Clock } from './clock.ts';
import { markDelivered, markFailed, type Claimed } from './queue.ts';

/** How one kind of message is delivered. Lanes do not wait for one another. */
export interface Lane {
  readonly kind: Message['kind'];
  /** How many deliveries run at once, how many messages each takes, and how many of them may be for one endpoint. */
  readonly slots: number;
  readonly page: number;
  readonly share: number;
  /** Delivers rows and marks what became of each. Throws only where the marking failed: then the lease runs out. */
  deliver(rows: readonly Claimed[]): Promise<void>;
}

export interface Place {
  readonly db: Database;
  readonly log: Log;
  readonly clock: Clock;
}

/** For what happens in this database: the act and its mark are one transaction, so that it happens once. */
export function inTransaction(place: Place, act: (writing: Writing, row: Claimed) => Promise<void>): Lane['deliver'] {
  const { db, clock } = place;
  const together = (rows: readonly Claimed[]) =>
    db.transaction().execute(async (writing) => {
      for (const row of rows) {
        refuseSpent(row);
        await act(writing, row);
      }
      await markDelivered(writing, rows, clock.now());
    });
  return async (rows) => {
    try {
      await together(rows);
    } catch (error) {
      // One of them fails; each is tried alone, so that it takes no other with it.
      if (rows.length > 1)
        for (const row of rows) await together([row]).catch((alone: unknown) => fail(place, row, alone));
      else for (const row of rows) await fail(place, row, error);
    }
  };
}

/** For what goes out over the network, outside of any transaction: at least once, and marked when the peer has taken it. */
export function overNetwork(place: Place, send: (row: Claimed) => Promise<void>): Lane['deliver'] {
  return async (rows) => {
    for (const row of rows) {
      const error = await sent(send, row);
      if (error === null) await mark(place, (writing) => markDelivered(writing, [row], place.clock.now()));
      else await fail(place, row, error.cause);
    }
  };
}

async function sent(send: (row: Claimed) => Promise<void>, row: Claimed): Promise<{ cause: unknown } | null> {
  try {
    refuseSpent(row);
    await send(row);
    return null;
  } catch (cause) {
    return { cause };
  }
}

/** A claim that ends without a word, because the server went down, counts too: what ends servers is given up in the end. */
function refuseSpent({ attempts }: Claimed): void {
  if (attempts > mostAttempts)
    throw new DeliveryError('The server stopped every time while this was being delivered.', { permanent: true });
}

/** A write waits for another process's in a transaction alone; outside of one it would hold up the whole server. */
function mark<Value>({ db }: Place, write: (writing: Writing) => Promise<Value>): Promise<Value> {
  return db.transaction().execute(write);
}

async function fail(place: Place, row: Claimed, error: unknown): Promise<void> {
  const { log, clock } = place;
  const { id, attempts } = row;
  const known =
    error instanceof DeliveryError
      ? error
      : new DeliveryError('Something went wrong on our side; the log says what.', { cause: error });
  const dead = await mark(place, (writing) => markFailed(writing, row, known, clock.now()));
  const says = dead ? 'a message was given up' : 'a message could not be delivered, and is tried again';
  if (known === error) log.warn({ id, attempts, reason: known.message }, says);
  else log.error({ id, attempts, err: error }, says);
}
