import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { refuse, type Refusal } from '../refusal.ts';
import type { IdentityTables } from './tables.ts';

/** Wrong ones in a row that cost nothing: people mistype. */
const free = 4;
/** Milliseconds: the delay after the fifth wrong one, which doubles with each, and the longest there is. */
const first = 15_000;
const longest = 15 * 60_000;
/** Milliseconds after a delay's end at which what was wrong before is forgotten. */
const remembered = 24 * 60 * 60_000;

/** Whose password or code is tried, and from where (empty: from anywhere). */
export type Guessed = { readonly subject: string; readonly place: string };

/** By address, whether or not anybody has it: whoever guesses learns nothing from the delay. */
export const emailSubject = (email: string): string =>
  `email:${createHash('sha256').update(email.trim().toLowerCase()).digest('hex')}`;
export const personSubject = (personId: string): string => `person:${personId}`;

export type TooMany = Refusal<'tooManyAttempts'> & { readonly retryAfterSeconds: number };

/** An attempt that may be made. It counts as wrong until it is settled, so that many at once are not looked at for nothing. */
export type Attempt = {
  readonly ok: true;
  /** `right` forgets what was wrong before; `void` was no attempt at all, such as a request that could not be read. */
  settle(outcome: 'right' | 'wrong' | 'void'): Promise<void>;
};

/**
 * Asks whether a password or code may be tried now. After some wrong ones in a row each further one is looked at only
 * after a delay: growing, at most a quarter of an hour, and not prolonged by trying meanwhile, so nobody is locked out
 * for ever. `now` in milliseconds since 1970.
 */
export async function beginAttempt(
  db: Kysely<IdentityTables>,
  { subject, place }: Guessed,
  now: number,
): Promise<Attempt | TooMany> {
  const row = () => db.selectFrom('proofDelay').selectAll().where('subject', '=', subject).where('place', '=', place);
  for (;;) {
    const before = await row().executeTakeFirst();
    const until = before === undefined ? 0 : Date.parse(before.until);
    if (until > now) return tooMany(until - now);
    const failures = (before === undefined || until < now - remembered ? 0 : before.failures) + 1;
    const next = { failures, until: new Date(now + delayAfter(failures)).toISOString() };
    // The row as it was read decides between two who come at once; the slower one looks again.
    const taken =
      before === undefined ? await begun(db, { subject, place, ...next }, now) : await moved(db, before, next);
    if (!taken) continue;
    return {
      ok: true,
      async settle(outcome) {
        if (outcome === 'right') await forget(db, { subject, place });
        if (outcome === 'void')
          await moved(db, { subject, place, ...next }, before ?? { failures: 0, until: new Date(now).toISOString() });
      },
    };
  }
}

/** Forgets what was wrong before: of one place, or of all where none is given. */
export async function forget(
  db: Kysely<IdentityTables>,
  { subject, place }: { readonly subject: string; readonly place?: string },
): Promise<void> {
  const from = db.deleteFrom('proofDelay').where('subject', '=', subject);
  await (place === undefined ? from : from.where('place', '=', place)).execute();
}

function delayAfter(failures: number): number {
  return failures <= free ? 0 : Math.min(longest, first * 2 ** Math.min(failures - free - 1, 10));
}

async function begun(db: Kysely<IdentityTables>, row: IdentityTables['proofDelay'], now: number): Promise<boolean> {
  // A guesser may name any address: what is forgotten leaves the table, or it would only grow.
  await db
    .deleteFrom('proofDelay')
    .where('until', '<', new Date(now - remembered).toISOString())
    .execute();
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('proofDelay')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

async function moved(
  db: Kysely<IdentityTables>,
  from: IdentityTables['proofDelay'],
  to: Pick<IdentityTables['proofDelay'], 'failures' | 'until'>,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('proofDelay')
    .set({ failures: to.failures, until: to.until })
    .where('subject', '=', from.subject)
    .where('place', '=', from.place)
    .where('failures', '=', from.failures)
    .where('until', '=', from.until)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

function tooMany(milliseconds: number): TooMany {
  const seconds = Math.ceil(milliseconds / 1000);
  const wait = seconds < 60 ? counted(seconds, 'second') : counted(Math.ceil(seconds / 60), 'minute');
  return {
    ...refuse('tooManyAttempts', `Too many wrong passwords or codes in a row. Try again in ${wait}.`),
    retryAfterSeconds: seconds,
  };
}

const counted = (many: number, unit: string) => `${many} ${unit}${many === 1 ? '' : 's'}`;
