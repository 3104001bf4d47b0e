import { useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';

import { Acknowledgement } from '../../shared/Acknowledgement.tsx';
import { EmptyState } from '../../shared/EmptyState.tsx';
import { counted } from '../../shared/formatting.ts';
import { Page } from '../../shared/Page.tsx';
import { trpc } from '../../shared/server.ts';
import { CoverageFilter } from './CoverageFilter.tsx';
import { CoverageTable } from './CoverageTable.tsx';
import type { CoverageSearch } from './routes.tsx';
import { RowClaim } from './RowClaim.tsx';
import { usePortfolio } from './usePortfolio.ts';

/** Every statement, and what is there for it. */
export function CoveragePage() {
  const portfolio = usePortfolio();
  const { view, known, open } = portfolio;
  const { data } = useSuspenseQuery(trpc.submission.matrix.queryOptions({ submission: view.submission }));
  const search = useSearch({ from: '/candidate/$submission/coverage' });
  const navigate = useNavigate({ from: '/candidate/$submission/coverage' });
  const [claiming, setClaiming] = useState<string | null>(null);

  const find = search.find?.toLowerCase() ?? '';
  const rows = data.rows.filter(
    (row) =>
      (search.area === undefined || row.area === search.area) &&
      (search.kind === undefined || row.kind === search.kind) &&
      (search.state === undefined || row.state === search.state) &&
      (find === '' || `${row.code} ${known.statement(row.code)?.text ?? ''}`.toLowerCase().includes(find)),
  );
  const claimed = data.rows.filter((row) => row.state !== 'none').length;
  const change = (next: CoverageSearch) => void navigate({ search: next, replace: true, resetScroll: false });

  return (
    <Page
      title="Coverage"
      width="wide"
      intro={`${claimed} of ${counted(data.rows.length, 'statement', 'statements')} have at least one claim. Achieved and not yet achieved are shown once the result is released.`}
    >
      <CoverageFilter known={known} search={search} onChange={change} found={rows.length} all={data.rows.length} />
      {rows.length === 0 ? (
        <EmptyState title="No statement fits">Take a filter away to see more.</EmptyState>
      ) : (
        <CoverageTable
          rows={rows}
          all={data.rows}
          known={known}
          submission={view.submission}
          onClaim={open ? setClaiming : null}
        />
      )}
      <RowClaim code={claiming} portfolio={portfolio} onClose={() => setClaiming(null)} />
      <Acknowledgement framework={known.framework} />
    </Page>
  );
}
