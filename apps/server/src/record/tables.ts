/** The record's own tables, as migration 0002 makes them. Instants are text in UTC, JSON is text. */
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
}
