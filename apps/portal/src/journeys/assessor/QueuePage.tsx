import { Stack, Title } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';

import { EmptyState } from '../../shared/EmptyState.tsx';
import { counted } from '../../shared/formatting.ts';
import { Page } from '../../shared/Page.tsx';
import { trpc } from '../../shared/server.ts';
import type { QueueLine } from '../../shared/server.ts';
import { QueueTable } from './QueueTable.tsx';

const nextDue = (a: QueueLine, b: QueueLine) => (a.dueAt ?? a.allocatedAt).localeCompare(b.dueAt ?? b.allocatedAt);

/** What is on this assessor's desk, the next due first. */
export function QueuePage() {
  const { data } = useSuspenseQuery(trpc.review.queue.queryOptions());
  const open = data.filter(({ status }) => status !== 'sealed').toSorted(nextDue);
  const sealed = data.filter(({ status }) => status === 'sealed').toSorted(nextDue);
  return (
    <Page
      title="Queue"
      intro={
        open.length === 0 ? undefined : `${counted(open.length, 'review', 'reviews')} to mark, the next due first.`
      }
    >
      <Stack gap="xl">
        {open.length === 0 ? (
          <EmptyState title="Nothing to mark now">
            A review comes here as soon as the training provider allocates one to you.
          </EmptyState>
        ) : (
          <QueueTable lines={open} label="Reviews to mark" />
        )}
        {sealed.length > 0 && (
          <section aria-labelledby="sealed-reviews">
            <Title order={2} size="h3" id="sealed-reviews" mb="xs">
              Sealed
            </Title>
            <QueueTable lines={sealed} label="Sealed reviews" />
          </section>
        )}
      </Stack>
    </Page>
  );
}
