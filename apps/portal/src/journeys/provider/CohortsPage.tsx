import { Button, Modal, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useSuspenseQuery } from '@tanstack/react-query';

import { EmptyState } from '../../shared/EmptyState.tsx';
import { Page } from '../../shared/Page.tsx';
import { trpc } from '../../shared/server.ts';
import { CohortCard } from './CohortCard.tsx';
import { OpenCohort } from './OpenCohort.tsx';
import { Waiting } from './Waiting.tsx';

/** The provider's cohorts, the latest due day first. */
export function CohortsPage() {
  const { data: cohorts } = useSuspenseQuery(trpc.cohort.list.queryOptions());
  const [opening, { open, close }] = useDisclosure();
  const button = <Button onClick={open}>Open a cohort</Button>;
  return (
    <Page title="Cohorts" actions={cohorts.length > 0 ? button : undefined}>
      {cohorts.length === 0 ? (
        <EmptyState title="No cohort yet" action={button}>
          A cohort is a group of candidates who are assessed together, with one due day. Open one, then enrol
          candidates.
        </EmptyState>
      ) : (
        <Stack gap="md">
          <Waiting />
          {cohorts.map((cohort) => (
            <CohortCard key={cohort.cohort} cohort={cohort} />
          ))}
        </Stack>
      )}
      <Modal opened={opening} onClose={close} title="Open a cohort">
        <OpenCohort onCancel={close} />
      </Modal>
    </Page>
  );
}
