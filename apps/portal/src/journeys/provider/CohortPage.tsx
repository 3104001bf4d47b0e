import { Anchor, Button, Group, Modal, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';

import { EmptyState } from '../../shared/EmptyState.tsx';
import { formatDay } from '../../shared/formatting.ts';
import { Page } from '../../shared/Page.tsx';
import { Panel } from '../../shared/Panel.tsx';
import { trpc } from '../../shared/server.ts';
import { Candidates } from './Candidates.tsx';
import { CloseCohort } from './CloseCohort.tsx';
import { CohortState } from './CohortCard.tsx';
import { Decisions } from './Decisions.tsx';
import { Enrol } from './Enrol.tsx';
import { StageBar } from './StageBar.tsx';
import { Waiting } from './Waiting.tsx';

const route = getRouteApi('/cohorts/$cohort');

/** One cohort: where everybody is, and what waits for the provider. */
export function CohortPage() {
  const { cohort: id } = route.useParams();
  const { data } = useSuspenseQuery(trpc.cohort.show.queryOptions({ cohort: id }));
  const { cohort, candidates, extension } = data;
  const [enrolling, enrol] = useDisclosure();
  const open = cohort.status === 'open';
  const button = <Button onClick={enrol.open}>Enrol a candidate</Button>;
  return (
    <Page
      title={cohort.title}
      above={
        <Anchor component={Link} to="/cohorts">
          Cohorts
        </Anchor>
      }
      intro={`Opened ${formatDay(cohort.opensOn)}, due ${formatDay(cohort.dueOn)}.`}
      actions={
        <Group gap="sm">
          <CohortState status={cohort.status} />
          {open && candidates.length > 0 && button}
        </Group>
      }
    >
      <Stack gap="lg">
        {candidates.length === 0 ? (
          <EmptyState title="Nobody is enrolled yet" action={open ? button : undefined}>
            A candidate who is enrolled gets a portfolio to fill, and an invitation that you hand over.
          </EmptyState>
        ) : (
          <>
            <Panel title="Progress">
              <StageBar stages={cohort.stages} />
              <Decisions cohort={cohort} />
            </Panel>
            <Waiting cohort={id} />
            <Panel title="Candidates">
              <Candidates candidates={candidates} extension={extension} />
            </Panel>
          </>
        )}
        {open && <CloseCohort cohort={cohort} />}
      </Stack>
      <Modal opened={enrolling} onClose={enrol.close} title="Enrol a candidate">
        <Enrol cohort={cohort} onClose={enrol.close} />
      </Modal>
    </Page>
  );
}
