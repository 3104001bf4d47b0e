import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';

import { EmptyState } from '../../shared/EmptyState.tsx';
import { Page } from '../../shared/Page.tsx';
import { trpc } from '../../shared/server.ts';
import type { Item } from '../../shared/server.ts';
import { AccountForm } from './AccountForm.tsx';
import { usePortfolio } from './usePortfolio.ts';
import type { Portfolio } from './usePortfolio.ts';
import { isAccount } from './words.ts';

/** Writing an account, or going on with one. */
export function WritePage() {
  const { item: id, component } = useSearch({ from: '/candidate/$submission/evidence/write' });
  const portfolio = usePortfolio();
  const { submission } = portfolio.view;
  const item = portfolio.items.find((one) => one.item === id);
  const back = (
    <p style={{ marginTop: 0 }}>
      {item ? (
        <Link to="/candidate/$submission/evidence/$item" params={{ submission, item: item.item }}>
          {item.title}
        </Link>
      ) : (
        <Link to="/candidate/$submission/evidence" params={{ submission }}>
          All evidence
        </Link>
      )}
    </p>
  );
  if (!portfolio.open || (id !== undefined && (!item || !isAccount(item)))) {
    return (
      <Page title="Write an account" width="narrow" above={back}>
        <EmptyState title="This cannot be written now">
          {portfolio.open
            ? 'The item is not an account written here.'
            : 'The portfolio was submitted, so it is frozen.'}
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page
      title={item ? 'Edit the account' : 'Write an account'}
      above={back}
      intro="What you type is kept on this device as you type it, and in the portfolio when you save."
    >
      {item ? (
        <Existing key={item.item} item={item} portfolio={portfolio} />
      ) : (
        <AccountForm portfolio={portfolio} item={null} text="" component={component ?? ''} />
      )}
    </Page>
  );
}

function Existing({ item, portfolio }: { item: Item; portfolio: Portfolio }) {
  const { data } = useSuspenseQuery(trpc.evidence.text.queryOptions({ item: item.item }));
  return <AccountForm portfolio={portfolio} item={item} text={data.text} component={item.component} />;
}
