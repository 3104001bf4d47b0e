import { Anchor, Stack } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';

import { formatInstant } from '../../shared/formatting.ts';
import { Page } from '../../shared/Page.tsx';
import { Panel } from '../../shared/Panel.tsx';
import { trpc } from '../../shared/server.ts';
import { AwardsTable } from './AwardsTable.tsx';
import { BatchState } from './BatchState.tsx';
import { BatchSteps } from './BatchSteps.tsx';
import { DirectClaim } from './DirectClaim.tsx';
import { DrawSample } from './DrawSample.tsx';
import { OthersTable } from './OthersTable.tsx';
import { Release } from './Release.tsx';
import { SampleTable } from './SampleTable.tsx';
import { Signed, SignOff } from './SignOff.tsx';

const route = getRouteApi('/moderation/$batch');

/** One batch from plan to release: the next decision on top, what it rests on beneath. */
export function BatchPage() {
  const { batch: id } = route.useParams();
  const { data: batch } = useSuspenseQuery(trpc.moderation.show.queryOptions({ batch: id }));
  const drawn = batch.sample.length > 0;
  return (
    <Page
      title={batch.title}
      above={
        <Anchor component={Link} to="/batches">
          Batches
        </Anchor>
      }
      intro={
        <>
          {batch.cohortTitle} · planned {formatInstant(batch.plannedAt)} · seed <code>{batch.seed}</code>
        </>
      }
      actions={<BatchState status={batch.status} released={batch.released} />}
    >
      <BatchSteps batch={batch} />
      <Stack gap="lg">
        {batch.status === 'planned' && <DrawSample batch={batch} />}
        {batch.status === 'confirmed' && <DirectClaim batch={batch} />}
        {batch.status === 'ready' && <SignOff batch={batch} />}
        {batch.signed !== null && (
          <>
            <Release batch={batch} />
            {batch.awards.length > 0 && (
              <Panel title="Awards">
                <AwardsTable batch={batch} />
              </Panel>
            )}
            <Signed signed={batch.signed} />
          </>
        )}
        {drawn && (
          <Panel title="Sample">
            <SampleTable batch={batch} />
          </Panel>
        )}
        {drawn && batch.others.length > 0 && (
          <Panel title="Not drawn">
            <OthersTable others={batch.others} />
          </Panel>
        )}
      </Stack>
    </Page>
  );
}
