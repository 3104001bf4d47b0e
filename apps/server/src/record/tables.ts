/** The record's own tables, as migrations 0002 and 0005 make them. Instants are text in UTC, JSON is text. */
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
  outbox: { id: string; kind: string; payload: string; created_at: string; delivered_at: string | null };
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
