import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';

import { EmptyState } from '../../shared/EmptyState.tsx';
import { formatNumber } from '../../shared/formatting.ts';
import { Page } from '../../shared/Page.tsx';
import { trpc } from '../../shared/server.ts';
import css from './public.module.css';

/** The frameworks that this installation holds. */
export function FrameworksPage() {
  const { data } = useSuspenseQuery(trpc.framework.list.queryOptions());
  return (
    <Page
      title="Standards"
      intro="The published frameworks, in their official wording. Nobody needs an account to read them."
    >
      {data.length === 0 && (
        <EmptyState title="No framework is loaded">
          A framework is one folder; an administrator can load one.
        </EmptyState>
      )}
      <ul className={css['frameworks']}>
        {data.map((framework) => (
          <li key={framework.id} className={css['framework']}>
            <h2 className={css['frameworkTitle']}>
              <Link to="/standards/$framework" params={{ framework: framework.id }}>
                {framework.title}
              </Link>
            </h2>
            <p style={{ margin: '0.25rem 0' }}>{formatNumber(framework.statements)} statements</p>
            <p className={css['small']}>{framework.acknowledgement}</p>
          </li>
        ))}
      </ul>
    </Page>
  );
}
