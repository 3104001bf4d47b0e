import type { Generated } from 'kysely';

/** The record's own tables, as migrations 0002, 0005 and 0008 make them. Instants are text in UTC, JSON is text. */
export interface RecordTables {
  stream: { id: string; workflow: string; version: number; status: string; context: string; hash: string };
  fact: {
    position: number;
    stream: string;
    version: number;
    workflow: string;
    type: string;
    schema: number;
    data: string;
    person: string;
    role: string;
    provider: string | null;
    at: string;
    command: string;
    previous: string | null;
    hash: string;
  };
  command: { id: string; person: string; asked: string; answer: string; at: string };
  /**
   * What is to be told, to whom. `next_at`: from when the relay looks at it again, long past where nothing is said, null
   * once it is delivered or dead. `claimed_until`: how long one server has it to itself. `attempts` counts claims.
   */
  outbox: {
    id: string;
    kind: string;
    payload: string;
    created_at: string;
    delivered_at: string | null;
    attempts: Generated<number>;
    next_at: Generated<string | null>;
    claimed_until: Generated<string | null>;
    dead_at: Generated<string | null>;
    /** A sentence without personal data. */
    last_error: Generated<string | null>;
    /** Where a webhook goes; null for the other kinds. */
    endpoint: Generated<string | null>;
  };
  /** What this installation is; `demo` is `loading` or `loaded` where the data are the demo's. */
  installation: { name: string; value: string };
  notice: { id: string; person: string; at: string; says: string; link: string | null };
  /** Which portfolios (by the id of their submission) a record is part of. */
  belonging: { stream: string; portfolio: string };
  /** Who stands on a record in which role. */
  involvement: { stream: string; person: string; role: string };
  /** The deadline that runs on a record; `command` is what is sent when it passes, null where a person decides. */
  deadline: { stream: string; workflow: string; at: string; clock: string; command: string | null };
}
