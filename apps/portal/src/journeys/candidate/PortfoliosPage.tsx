import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, Navigate } from '@tanstack/react-router';

import { EmptyState } from '../../shared/EmptyState.tsx';
import { formatDay } from '../../shared/formatting.ts';
import { Page } from '../../shared/Page.tsx';
import { trpc } from '../../shared/server.ts';
import { StageBadge } from '../../shared/StatusBadge.tsx';
import css from './candidate.module.css';

/** All submissions of a candidate; with only one, straight into it. */
export function PortfoliosPage() {
  const { data } = useSuspenseQuery(trpc.submission.mine.queryOptions());
  const [only, ...others] = data;
  if (only !== undefined && others.length === 0) {
    return <Navigate to="/candidate/$submission" params={{ submission: only.submission }} replace />;
  }
  return (
    <Page title="Your portfolios" width="narrow">
      {only === undefined && (
        <EmptyState title="You are not enrolled yet">
          Your training provider enrols you in a cohort. Your portfolio opens here then.
        </EmptyState>
      )}
      <ul className={css['plainList']}>
        {data.map((view) => (
          <li key={view.submission} className={css['card']}>
            <div className={css['spread']}>
              <Link to="/candidate/$submission" params={{ submission: view.submission }} className={css['strongLink']}>
                {view.cohort.title}, attempt {view.attempt}
              </Link>
              <StageBadge stage={view.stage} />
            </div>
            <p className={css['small']}>
              {view.provider.name}. Due {formatDay(view.dueOn)}.
            </p>
          </li>
        ))}
      </ul>
    </Page>
  );
}
