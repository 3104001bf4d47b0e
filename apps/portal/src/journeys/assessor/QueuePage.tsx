import { Stack, Text, Title } from '@mantine/core';
import { useSuspenseQueries } from '@tanstack/react-query';

import { EmptyState } from '../../shared/EmptyState.tsx';
import { counted } from '../../shared/formatting.ts';
import { Page } from '../../shared/Page.tsx';
import { trpc } from '../../shared/server.ts';
import type { QueueLine } from '../../shared/server.ts';
import { ConferenceTable } from './ConferenceTable.tsx';
import { QueueTable } from './QueueTable.tsx';

const nextDue = (a: QueueLine, b: QueueLine) => (a.dueAt ?? a.allocatedAt).localeCompare(b.dueAt ?? b.allocatedAt);

/** What is on this assessor's desk, the next due first. */
export function QueuePage() {
  const [{ data }, { data: conferences }] = useSuspenseQueries({
    queries: [trpc.review.queue.queryOptions(), trpc.marking.mine.queryOptions({ limit: 100 })],
  });
  const open = data.filter(({ status }) => status !== 'sealed').toSorted(nextDue);
  const sealed = data.filter(({ status }) => status === 'sealed').toSorted(nextDue);
  return (
    <Page title="Queue" intro={introOf(open.length, conferences.lines.length)}>
      <Stack gap="xl">
        {conferences.lines.length > 0 && (
          <section aria-labelledby="conferences">
            <Title order={2} size="h3" id="conferences" mb={4}>
              To confer
            </Title>
            <Text size="sm" c="dimmed" mb="xs">
              Your marks and another marker’s lie apart here. Both are sealed, so now you see each other’s.
            </Text>
            <ConferenceTable lines={conferences.lines} />
          </section>
        )}
        {conferences.lines.length > 0 && open.length > 0 && (
          <Title order={2} size="h3" mb="-1rem">
            To mark
          </Title>
        )}
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

function introOf(reviews: number, conferences: number): string | undefined {
  const waits = [
    ...(conferences === 0 ? [] : [`${counted(conferences, 'conference', 'conferences')} to settle`]),
    ...(reviews === 0 ? [] : [`${counted(reviews, 'review', 'reviews')} to mark`]),
  ];
  if (waits.length === 0) return undefined;
  return reviews + conferences === 1 ? `${waits.join('')}.` : `${waits.join(' and ')}, the next due first.`;
}
