import { Anchor, Stack, Table } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';

import { EmptyState } from '../../shared/EmptyState.tsx';
import { Page } from '../../shared/Page.tsx';
import { Panel } from '../../shared/Panel.tsx';
import { trpc } from '../../shared/server.ts';
import type { BatchLine } from '../../shared/server.ts';
import { roles } from '../../shared/tableRoles.ts';
import { BatchState } from './BatchState.tsx';
import { PlanCohorts } from './PlanCohorts.tsx';
import classes from './moderator.module.css';

/** The batches of the providers that a person moderates for, and the cohorts that could make another one. */
export function BatchesPage() {
  const { data } = useSuspenseQuery(trpc.moderation.list.queryOptions());
  return (
    <Page
      title="Batches"
      intro="A batch takes the sealed reviews of a cohort from a sampling plan to signed and released results."
    >
      <Stack gap="xl">
        {data.batches.length === 0 ? (
          <EmptyState title="No batch yet">Plan one below, once reviews of a cohort are being marked.</EmptyState>
        ) : (
          <BatchTable batches={data.batches} />
        )}
        <Panel title="Plan a batch">
          <PlanCohorts cohorts={data.cohorts} batches={data.batches} />
        </Panel>
      </Stack>
    </Page>
  );
}

function BatchTable({ batches }: { readonly batches: readonly BatchLine[] }) {
  return (
    <Table {...roles.table} className={classes['table'] ?? ''} aria-label="Batches" verticalSpacing="sm">
      <Table.Thead {...roles.group}>
        <Table.Tr {...roles.row}>
          <Table.Th {...roles.column} scope="col">
            Batch
          </Table.Th>
          <Table.Th {...roles.column} scope="col">
            Portfolios
          </Table.Th>
          <Table.Th {...roles.column} scope="col">
            Sample
          </Table.Th>
          <Table.Th {...roles.column} scope="col">
            Released
          </Table.Th>
          <Table.Th {...roles.column} scope="col">
            Status
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody {...roles.group}>
        {batches.map((batch) => (
          <Table.Tr {...roles.row} key={batch.batch}>
            <Table.Th {...roles.rowHeader} scope="row">
              <Anchor component={Link} to={`/moderation/${batch.batch}`}>
                {batch.title}
              </Anchor>
              <div className={classes['quiet']}>{batch.cohortTitle}</div>
            </Table.Th>
            <Table.Td {...roles.cell} data-label="Portfolios">
              {batch.portfolios === 0 ? 'none drawn yet' : batch.portfolios}
            </Table.Td>
            <Table.Td {...roles.cell} data-label="Sample">
              {batch.sampled === 0
                ? '–'
                : `${batch.upheld} of ${batch.sampled} upheld${batch.queried > 0 ? `, ${batch.queried} sent back` : ''}`}
            </Table.Td>
            <Table.Td {...roles.cell} data-label="Released">
              {batch.released === 0 ? '–' : batch.released}
            </Table.Td>
            <Table.Td {...roles.cell} data-label="Status">
              <BatchState status={batch.status} released={batch.released} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
