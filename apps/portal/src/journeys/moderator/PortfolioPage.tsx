import { Anchor } from '@mantine/core';
import { useSuspenseQueries, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';

import { Acknowledgement } from '../../shared/Acknowledgement.tsx';
import { useWording } from '../../shared/marking/useWording.ts';
import type { BatchView, Drawn, ReviewView } from '../../shared/marking/view.ts';
import type { Wording } from '../../shared/marking/wording.ts';
import { Note } from '../../shared/Note.tsx';
import { Page } from '../../shared/Page.tsx';
import { trpc } from '../../shared/server.ts';
import { OutcomeBadge } from '../../shared/StatusBadge.tsx';
import { Moderating } from './Moderating.tsx';
import { marksBy } from './marked.ts';
import { Found, markersOf } from './SampleTable.tsx';

const route = getRouteApi('/moderation/$batch/$submission');

/** One portfolio of the sample: read-only marking, and the moderator's decision on it. */
export function PortfolioPage() {
  const { batch: id, submission } = route.useParams();
  const { data: batch } = useSuspenseQuery(trpc.moderation.show.queryOptions({ batch: id }));
  const drawn = batch.sample.find((one) => one.submission === submission);
  const above = (
    <Anchor component={Link} to={`/moderation/${id}`}>
      {batch.title}
    </Anchor>
  );
  if (drawn === undefined) {
    return (
      <Page title="Not in the sample" width="narrow" above={above}>
        <Note title="A moderator reads portfolios of the drawn sample. This one is not in it." />
      </Page>
    );
  }
  return (
    <Page
      title={drawn.candidateName}
      width="wide"
      actions={
        <span style={{ display: 'inline-flex', gap: '4px 12px', flexWrap: 'wrap', alignItems: 'center' }}>
          <span>Marked by {markersOf(drawn)}</span>
          <OutcomeBadge outcome={drawn.recommended} />
          <Found found={drawn.found} remarking={drawn.remarking} />
          {above}
        </span>
      }
    >
      <Portfolio key={drawn.review} batch={batch} drawn={drawn} />
    </Page>
  );
}

function Portfolio({ batch, drawn }: { readonly batch: BatchView; readonly drawn: Drawn }) {
  const { data: view } = useSuspenseQuery(trpc.review.show.queryOptions({ review: drawn.review }));
  const wording = useWording(view.framework);
  if (wording === null) return <Note tone="attention" title="This framework has no assessment scheme." />;
  return (
    <>
      {drawn.alsoMarked.length === 0 ? (
        <Moderating batch={batch} drawn={drawn} view={view} wording={wording} marked={null} />
      ) : (
        <MarkedBySeveral batch={batch} drawn={drawn} view={view} wording={wording} />
      )}
      <Acknowledgement framework={wording.known.framework} />
    </>
  );
}

interface Several {
  readonly batch: BatchView;
  readonly drawn: Drawn;
  readonly view: ReviewView;
  readonly wording: Wording;
}

/** Two or three marked it: their marks stand beside one another, with how the agreed ones came about. */
function MarkedBySeveral({ batch, drawn, view, wording }: Several) {
  const { marking } = drawn;
  const [{ data: meeting }, { data: rest }] = useSuspenseQueries({
    queries: [trpc.marking.show.queryOptions({ marking }), trpc.marking.rest.queryOptions({ marking })],
  });
  return (
    <Moderating batch={batch} drawn={drawn} view={view} wording={wording} marked={marksBy(meeting, rest.places)} />
  );
}
