import { useQuery } from '@tanstack/react-query';

import css from './factTimeline.module.css';
import { formatInstant } from './formatting.ts';
import { LoadingLines } from './Loading.tsx';
import { problemOf } from './problems.ts';
import { ProblemNote } from './CommandOutcome.tsx';
import { trpc } from './server.ts';

/** The facts of one record, newest first: what happened, when, by whom, and the hash that chains it. */
export function FactTimeline({ stream }: { stream: string }) {
  const { data, error, refetch } = useQuery(trpc.record.facts.queryOptions({ stream }));
  if (error) return <ProblemNote problem={problemOf(error)} onRetry={() => void refetch()} />;
  if (data === undefined) return <LoadingLines />;
  return (
    <ol className={css['line']} reversed>
      {data.toReversed().map((fact) => (
        <li key={fact.version}>
          <p className={css['says']}>{fact.says.charAt(0).toUpperCase() + fact.says.slice(1)}</p>
          <p className={css['by']}>
            <time dateTime={fact.at}>{formatInstant(fact.at)}</time> · {fact.by}
          </p>
          <details className={css['proof']}>
            <summary>Proof</summary>
            <code>
              {fact.version} {fact.type} {fact.hash}
            </code>
          </details>
        </li>
      ))}
    </ol>
  );
}
