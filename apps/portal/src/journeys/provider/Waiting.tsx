import { Button, Modal, Table, VisuallyHidden } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { formatDay } from '../../shared/formatting.ts';
import { Panel } from '../../shared/Panel.tsx';
import { trpc } from '../../shared/server.ts';
import type { AwaitingLine } from '../../shared/server.ts';
import { roles } from '../../shared/tableRoles.ts';
import { Allocate } from './Allocate.tsx';
import classes from './provider.module.css';
import { markerSought, whyWords } from './why.ts';

const limit = 100;

interface Props {
  /** Of one cohort, whose own list has those in it that wait for their first marker; without it, of all cohorts. */
  readonly cohort?: string;
}

/** Portfolios that no assessor has: which marker is sought, why, and since when. Says nothing where there are none. */
export function Waiting({ cohort }: Props) {
  const { data } = useSuspenseQuery(trpc.review.awaiting.queryOptions({ cohort: cohort ?? null, limit }));
  const [chosen, setChosen] = useState<string | null>(null);
  const lines = data.lines.filter(({ why }) => cohort === undefined || !why.includes('accepted'));
  const line = data.lines.find(({ review }) => review === chosen);
  const close = () => setChosen(null);
  if (lines.length === 0) return null;
  return (
    <Panel title="Waiting for a marker">
      <p className={classes['quiet']}>
        No clock runs while nobody has a portfolio: the assessor’s time begins with the allocation.
        {data.next !== null && ` These are the ${limit} that wait longest.`}
      </p>
      <Table {...roles.table} className={classes['table'] ?? ''} aria-label="Waiting for a marker" mt="xs">
        <Table.Thead {...roles.group}>
          <Table.Tr {...roles.row}>
            <Table.Th {...roles.column} scope="col">
              Candidate
            </Table.Th>
            <Table.Th {...roles.column} scope="col">
              Sought
            </Table.Th>
            <Table.Th {...roles.column} scope="col">
              Why
            </Table.Th>
            <Table.Th {...roles.column} scope="col">
              Waiting since
            </Table.Th>
            <Table.Th {...roles.column} scope="col">
              <VisuallyHidden>Allocate</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody {...roles.group}>
          {lines.map((one) => (
            <Row
              key={one.review}
              line={one}
              withCohort={cohort === undefined}
              onAllocate={() => setChosen(one.review)}
            />
          ))}
        </Table.Tbody>
      </Table>
      <Modal
        opened={line !== undefined}
        onClose={close}
        title={line === undefined ? '' : `${markerSought(line)} for ${line.candidateName}`}
      >
        {line !== undefined && <Allocate review={line.review} version={line.version} onDone={close} />}
      </Modal>
    </Panel>
  );
}

function Row({
  line,
  withCohort,
  onAllocate,
}: {
  readonly line: AwaitingLine;
  readonly withCohort: boolean;
  readonly onAllocate: () => void;
}) {
  return (
    <Table.Tr {...roles.row}>
      <Table.Th {...roles.rowHeader} scope="row">
        {line.candidateName}
        <div className={classes['quiet']}>
          {[...(withCohort ? [line.cohortTitle] : []), ...(line.attempt > 1 ? [`attempt ${line.attempt}`] : [])].join(
            ' · ',
          )}
        </div>
      </Table.Th>
      <Table.Td {...roles.cell} data-label="Sought">
        {markerSought(line)}
      </Table.Td>
      <Table.Td {...roles.cell} data-label="Why">
        {whyWords(line)}
      </Table.Td>
      <Table.Td {...roles.cell} data-label="Waiting since">
        {formatDay(line.since)}
      </Table.Td>
      <Table.Td {...roles.cell}>
        <Button size="compact-sm" variant="default" onClick={onAllocate}>
          Allocate
          <VisuallyHidden>
            : {markerSought(line).toLowerCase()} for {line.candidateName}
          </VisuallyHidden>
        </Button>
      </Table.Td>
    </Table.Tr>
  );
}
