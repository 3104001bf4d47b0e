import { useKeptText } from '../../shared/useKeptText.ts';

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function readQueries(text: string): Record<string, string> {
  try {
    const value: unknown = JSON.parse(text);
    if (!isRecord(value)) return {};
    return Object.fromEntries(
      Object.entries(value).flatMap(([code, says]) => (typeof says === 'string' ? [[code, says]] : [])),
    );
  } catch {
    return {};
  }
}

export interface KeptQueries {
  /** By standard; an empty text is a query that is being written. */
  readonly queries: Readonly<Record<string, string>>;
  /** Null takes the query away. */
  readonly set: (standard: string, says: string | null) => void;
  readonly sent: () => void;
}

/** The queries that a moderator writes while reading; kept on this device until they are sent. */
export function useKeptQueries(batch: string, submission: string): KeptQueries {
  const kept = useKeptText(`batch.${batch}.queries.${submission}`, '{}');
  const queries = readQueries(kept.text);
  return {
    queries,
    set: (standard, says) => {
      const { [standard]: _before, ...others } = queries;
      kept.set(JSON.stringify(says === null ? others : { ...queries, [standard]: says }));
    },
    sent: kept.discard,
  };
}
