import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';

import { LoadingLines } from '../../shared/Loading.tsx';
import { Panel } from '../../shared/Panel.tsx';
import { trpc } from '../../shared/server.ts';
import { PreflightList } from './PreflightList.tsx';

/** What stands between the portfolio and being submitted. */
export function OpenPoints({ submission }: { submission: string }) {
  const { data } = useQuery(trpc.submission.preflight.queryOptions({ submission }));
  return (
    <Panel title="What is open">
      {data === undefined ? (
        <LoadingLines lines={3} />
      ) : (
        <>
          <PreflightList preflight={data} submission={submission} />
          <p style={{ margin: '1rem 0 0' }}>
            <Link to="/candidate/$submission/submit" params={{ submission }}>
              {data.ready ? 'Check and submit' : 'The whole check before submitting'}
            </Link>
          </p>
        </>
      )}
    </Panel>
  );
}
