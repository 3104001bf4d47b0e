import { Stack } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';

import { Acknowledgement } from '../../shared/Acknowledgement.tsx';
import { EvidenceViewer } from '../../shared/EvidenceViewer.tsx';
import { EmptyState } from '../../shared/EmptyState.tsx';
import { Page } from '../../shared/Page.tsx';
import { StatusBadge } from '../../shared/StatusBadge.tsx';
import { ClaimsPanel } from './ClaimsPanel.tsx';
import { DeclarePanel } from './DeclarePanel.tsx';
import { DescriptionPanel } from './DescriptionPanel.tsx';
import css from './evidence.module.css';
import { ItemHistory } from './ItemHistory.tsx';
import { RemovePanel } from './RemovePanel.tsx';
import { usePortfolio } from './usePortfolio.ts';
import { itemStates } from './words.ts';

/** One evidence item: what it holds, what it is, which statements it shows, its declaration. */
export function ItemPage() {
  const { item: id } = useParams({ from: '/candidate/$submission/evidence/$item' });
  const portfolio = usePortfolio();
  const { view, known, open } = portfolio;
  const item = portfolio.items.find((one) => one.item === id);
  const back = (
    <p style={{ marginTop: 0 }}>
      <Link to="/candidate/$submission/evidence" params={{ submission: view.submission }}>
        All evidence
      </Link>
    </p>
  );
  if (!item) {
    return (
      <Page title="Evidence item" above={back}>
        <EmptyState title="This item is not in the portfolio">It may have been removed.</EmptyState>
      </Page>
    );
  }
  const state = itemStates[item.status];
  return (
    <Page
      title={item.title}
      width="wide"
      above={back}
      {...(state && { actions: <StatusBadge tone={state.tone}>{state.word}</StatusBadge> })}
    >
      <div className={css['itemGrid']}>
        <div className={css['beside']}>
          <EvidenceViewer
            key={item.content.hash}
            url={`/api/evidence/${item.item}/content`}
            mediaType={item.content.mediaType}
            name={item.content.name}
          />
        </div>
        <Stack gap="lg">
          <DescriptionPanel item={item} portfolio={portfolio} />
          <DeclarePanel key={item.status} item={item} open={open} />
          <ClaimsPanel item={item} known={known} open={open} />
          <ItemHistory item={item.item} />
          {open && <RemovePanel item={item} submission={view.submission} />}
        </Stack>
      </div>
      <Acknowledgement framework={known.framework} />
    </Page>
  );
}
