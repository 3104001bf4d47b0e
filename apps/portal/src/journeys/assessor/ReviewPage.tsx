import { Anchor } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';

import { Acknowledgement } from '../../shared/Acknowledgement.tsx';
import { useWording } from '../../shared/marking/useWording.ts';
import type { ReviewView } from '../../shared/marking/view.ts';
import type { Wording } from '../../shared/marking/wording.ts';
import { Note } from '../../shared/Note.tsx';
import { Page } from '../../shared/Page.tsx';
import { trpc } from '../../shared/server.ts';
import { BeginForm } from './BeginForm.tsx';
import { MarkerNote } from './MarkerNote.tsx';
import { RoundNote } from './RoundNote.tsx';
import { whereToStart } from './workspace/order.ts';
import { Workspace } from './workspace/Workspace.tsx';

const route = getRouteApi('/review/$review');

/** One review: to be begun, being marked, or sealed and read-only. */
export function ReviewPage() {
  const { review } = route.useParams();
  const { data: view } = useSuspenseQuery(trpc.review.show.queryOptions({ review }));
  const wording = useWording(view.framework, view.scope);
  const marking = view.status === 'marking' || view.status === 'sealed';
  return (
    <Page
      title={view.candidateName}
      width="wide"
      actions={
        <>
          {`${view.cohortTitle} · attempt ${view.attempt}${view.round > 1 ? ` · round ${view.round}` : ''} · `}
          <Anchor component={Link} to="/queue">
            Queue
          </Anchor>
        </>
      }
    >
      {view.status !== 'sealed' && wording !== null && <MarkerNote view={view} scheme={wording.scheme} />}
      {!marking && (
        <BeginForm review={view.review} seen={view.version} candidateName={view.candidateName} may={view.may} />
      )}
      {marking && wording !== null && <Marked view={view} wording={wording} />}
      {wording === null && (
        <Note tone="attention" title="This framework has no assessment scheme, so nothing can be marked by it." />
      )}
      {marking && wording !== null && <Acknowledgement framework={wording.known.framework} />}
    </Page>
  );
}

function Marked({ view, wording }: { readonly view: ReviewView; readonly wording: Wording }) {
  const { part = 'standards', standard } = route.useSearch();
  const navigate = route.useNavigate();
  // Where marking starts is asked once; it must not jump while the first judgements come in.
  const [start] = useState(() =>
    whereToStart(
      wording.standards,
      view.queries.filter(({ round }) => round === view.round).map((query) => query.standard),
      (code) => view.judgements[code] !== undefined,
    ),
  );
  const known = standard !== undefined && wording.standards.includes(standard) ? standard : start;
  return (
    <>
      <RoundNote
        view={view}
        onStandard={(code) => void navigate({ search: { part: 'standards', standard: code }, replace: true })}
      />
      <Workspace
        view={view}
        wording={wording}
        place={{ part, standard: known }}
        onPlace={(next) =>
          void navigate({
            search: {
              part: next.part ?? (next.standard === undefined ? part : 'standards'),
              standard: next.standard ?? known,
            },
            replace: true,
            resetScroll: false,
          })
        }
      />
    </>
  );
}
