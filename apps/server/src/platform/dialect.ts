import type { Kysely } from 'kysely';

/** What the database may answer instead of doing what it was asked, other than because of a mistake of ours. */
export type DatabaseTrouble =
  /** Somebody else wrote the same thing first; the whole transaction can be run again. */
  | 'lostRace'
  /** It cannot be reached, is starting or stopping, or is held by another for too long. */
  | 'unavailable'
  /** There is no room left to write in. */
  | 'full';

/** Wherein the databases differ, each difference by its name. Everything else is one SQL for both. */
export interface Dialect {
  readonly kind: 'sqlite' | 'postgres';
  /**
   * Waits until no other transaction is alone, and is so itself to its end. What it reads from here on, nobody else
   * changes before it commits, as long as all who write do the same. Called twice it does nothing more.
   */
  alone<Schema>(writing: Kysely<Schema>): Promise<void>;
  /** What stands behind an error that a query threw; null for a mistake of ours. */
  trouble(error: unknown): DatabaseTrouble | null;
  /**
   * How many processes may take rows of a queue at once: `one`, since a transaction that writes keeps all others out, or
   * `many`, each of which must skip the rows that another has locked (`for update skip locked`).
   */
  readonly takers: 'one' | 'many';
}
