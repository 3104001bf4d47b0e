import type { DatabaseTrouble } from '../dialect.ts';

/** SQLSTATE codes (PostgreSQL's documentation, appendix A) that are not mistakes of ours. */
const byState: Readonly<Record<string, DatabaseTrouble>> = {
  // serialization_failure, deadlock_detected, unique_violation
  '40001': 'lostRace',
  '40P01': 'lostRace',
  '23505': 'lostRace',
  // disk_full, out_of_memory, configuration_limit_exceeded
  '53100': 'full',
  '53200': 'unavailable',
  '53400': 'unavailable',
  // too_many_connections; admin_shutdown, crash_shutdown, cannot_connect_now, database_dropped
  '53300': 'unavailable',
  '57P01': 'unavailable',
  '57P02': 'unavailable',
  '57P03': 'unavailable',
  '57P04': 'unavailable',
  // query_canceled, lock_not_available, idle_in_transaction_session_timeout
  '57014': 'unavailable',
  '55P03': 'unavailable',
  '25P03': 'unavailable',
  // read_only_sql_transaction: a server that became a standby
  '25006': 'unavailable',
  '58030': 'unavailable',
};

const bySystem: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

/** node-postgres gives these no code. */
const bySentence =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed|Cannot use a pool after calling end)/;

export function postgresTrouble(error: unknown): DatabaseTrouble | null {
  if (error instanceof AggregateError) return postgresTrouble(error.errors[0]);
  if (!(error instanceof Error)) return null;
  const code = 'code' in error ? String(error.code) : '';
  if (byState[code] !== undefined) return byState[code];
  if (code.startsWith('08') || bySystem.has(code) || bySentence.test(error.message)) return 'unavailable';
  return null;
}

/** A kept statement whose table changed since: it has to be prepared anew, on a fresh connection. */
export function isStalePlan(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '0A000' && /cached plan/.test(error.message);
}
