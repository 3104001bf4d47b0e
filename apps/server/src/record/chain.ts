import { createHash } from 'node:crypto';
import type { AnyFact } from '@assay/engine';
import type { RecordTables } from './tables.ts';

type FactRow = RecordTables['fact'];

/** The hash of a fact: SHA-256 over every column of its row but the hash itself, the one before it in its stream included. */
export function hashOf(row: Omit<FactRow, 'hash'>): string {
  const columns = [
    row.position,
    row.stream,
    row.version,
    row.workflow,
    row.type,
    row.schema,
    row.data,
    row.person,
    row.role,
    row.provider,
    row.at,
    row.command,
    row.previous,
  ];
  return createHash('sha256').update(JSON.stringify(columns)).digest('hex');
}

/** The row of a fact, with its hash. `previous` is the hash before it in its stream. */
export function rowOf(
  { type, by, at, ...data }: AnyFact,
  place: Pick<FactRow, 'position' | 'stream' | 'version' | 'workflow' | 'command' | 'previous'>,
): FactRow {
  const { position, stream, version, workflow, command, previous } = place;
  const row = {
    position,
    stream,
    version,
    workflow,
    type,
    schema: 1,
    data: JSON.stringify(data),
    person: by.person,
    role: by.role,
    provider: by.provider,
    at,
    command,
    previous,
  };
  return { ...row, hash: hashOf(row) };
}

/**
 * The fact that a row holds, of the sort that its type says. What is recorded was decided by the engine, and its hash
 * says that nobody changed it since.
 */
export function factIn<Fact extends AnyFact = AnyFact>(row: FactRow): Fact {
  return {
    ...JSON.parse(row.data),
    type: row.type,
    by: { person: row.person, role: row.role, provider: row.provider },
    at: row.at,
  };
}
