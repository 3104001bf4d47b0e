import type { AnyFact, Role } from '@assay/engine';
import type { Writing } from '../database.ts';
import type { Notice } from './message.ts';

/** A fact as it stands on the record, with the state that it led to. */
export interface Recorded<Context, Fact extends AnyFact> {
  readonly stream: string;
  /** Version of the stream with this fact. */
  readonly version: number;
  readonly status: string;
  readonly context: Context;
  readonly fact: Fact;
}

/** A line for everybody who holds a role for a provider when the fact is written, but for whoever wrote it and `but`. */
export interface Announcement {
  readonly kind: 'announcement';
  readonly provider: string;
  readonly role: Role;
  readonly but: string;
  readonly says: string;
  readonly link: string | null;
}

/**
 * What one workflow keeps for reading, and whom it tells. `project` runs in the transaction that writes the fact, and
 * again when the read models are rebuilt: it may look at nothing but its arguments and the tables it writes.
 */
export interface Projection<Context, Fact extends AnyFact> {
  project(writing: Writing, recorded: Recorded<Context, Fact>): Promise<void>;
  /** The same for facts of many records that are decided together, where there is a quicker way than one by one. */
  projectAll?(writing: Writing, recorded: readonly Recorded<Context, Fact>[]): Promise<void>;
  messages(recorded: Recorded<Context, Fact>): readonly (Notice | Announcement)[];
}
