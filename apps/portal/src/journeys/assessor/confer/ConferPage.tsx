import { Anchor } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';

import { Acknowledgement } from '../../../shared/Acknowledgement.tsx';
import { LoadingLines } from '../../../shared/Loading.tsx';
import { useWording } from '../../../shared/marking/useWording.ts';
import { Note } from '../../../shared/Note.tsx';
import { Page } from '../../../shared/Page.tsx';
import { trpc } from '../../../shared/server.ts';
import { Conference } from './Conference.tsx';
import { withOccasions } from './evidence.ts';
import { Outcome } from './Outcome.tsx';
import { RuleNote } from './RuleNote.tsx';
import { nextToSay } from './standing.ts';

const route = getRouteApi('/marking/$marking');

/** How often the page looks whether the other marker has said something. */
const lookAgain = 10_000;

/** Where two markers' marks meet: a conference while it goes on, and what came of it. */
export function ConferPage() {
  const { marking } = route.useParams();
  const { point } = route.useSearch();
  const navigate = route.useNavigate();
  const { data: view } = useSuspenseQuery(trpc.marking.show.queryOptions({ marking }, { refetchInterval: lookAgain }));
  const wording = useWording(view.framework);
  const { own } = view;
  const conferring = own !== null && view.status === 'discrepant' && view.may.includes('Confer');
  const { data: review } = useQuery(
    trpc.review.show.queryOptions({ review: own?.review ?? '' }, { enabled: conferring }),
  );
  const [began] = useState(conferring);
  // Where the reader starts is asked once; it must not jump while they say where they stand.
  const [start] = useState(
    () => nextToSay(view.differences, '', own?.marker ?? '') ?? view.differences[0]?.place ?? '',
  );
  const place = view.differences.some((one) => one.place === point) ? (point ?? start) : start;
  return (
    <Page
      title={`Conference on ${view.candidateName}`}
      width={conferring ? 'wide' : 'normal'}
      actions={
        <>
          {`${view.cohortTitle} · attempt ${view.attempt}${view.round > 1 ? ` · round ${view.round}` : ''} · `}
          <Anchor component={Link} to="/queue">
            Queue
          </Anchor>
        </>
      }
    >
      {wording === null && (
        <Note tone="attention" title="This framework has no assessment scheme, so nothing can be marked by it." />
      )}
      {wording !== null && conferring && (
        <>
          <RuleNote view={view} own={own.marker} scheme={wording.scheme} />
          {review === undefined ? (
            <LoadingLines lines={8} />
          ) : (
            <Conference
              view={view}
              own={own.marker}
              review={withOccasions(review, view.occasions)}
              wording={wording}
              place={place}
              onPlace={(to) => void navigate({ search: { point: to }, replace: true, resetScroll: false })}
            />
          )}
        </>
      )}
      {wording !== null && !conferring && <Outcome view={view} wording={wording} justNow={began} />}
      {wording !== null && <Acknowledgement framework={wording.known.framework} />}
    </Page>
  );
}
