import { Anchor, Table } from '@mantine/core';
import { Link } from '@tanstack/react-router';

import { daysLeft, formatDay } from '../../shared/formatting.ts';
import type { QueueLine } from '../../shared/server.ts';
import { StatusBadge } from '../../shared/StatusBadge.tsx';
import { roles } from '../../shared/tableRoles.ts';
import { ProgressLine } from './ProgressLine.tsx';
import classes from './queue.module.css';

export function QueueTable({ lines, label }: { readonly lines: readonly QueueLine[]; readonly label: string }) {
  return (
    <Table {...roles.table} className={classes['queue'] ?? ''} aria-label={label} verticalSpacing="sm">
      <Table.Thead {...roles.group}>
        <Table.Tr {...roles.row}>
          <Table.Th {...roles.column} scope="col">
            Candidate
          </Table.Th>
          <Table.Th {...roles.column} scope="col">
            Round
          </Table.Th>
          <Table.Th {...roles.column} scope="col">
            Allocated
          </Table.Th>
          <Table.Th {...roles.column} scope="col">
            Due
          </Table.Th>
          <Table.Th {...roles.column} scope="col">
            Judged
          </Table.Th>
          <Table.Th {...roles.column} scope="col">
            Status
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody {...roles.group}>
        {lines.map((line) => (
          <Table.Tr {...roles.row} key={line.review}>
            <Table.Th {...roles.rowHeader} scope="row">
              <Anchor component={Link} to={`/review/${line.review}`} className={classes['name'] ?? ''}>
                {line.candidateName}
              </Anchor>
              <div className={classes['quiet']}>
                {line.cohortTitle} · attempt {line.attempt}
                {line.marker === 'second' && ' · second marker, blind'}
                {line.marker === 'third' && ' · third marker'}
              </div>
            </Table.Th>
            <Table.Td {...roles.cell} data-label="Round">
              {line.round}
              {line.queried.length > 0 && <div className={classes['quiet']}>Queried: {line.queried.join(', ')}</div>}
            </Table.Td>
            <Table.Td {...roles.cell} data-label="Allocated">
              {formatDay(line.allocatedAt)}
            </Table.Td>
            <Table.Td {...roles.cell} data-label="Due">
              <DueBy line={line} />
            </Table.Td>
            <Table.Td {...roles.cell} data-label="Judged">
              <ProgressLine done={line.judged} of={line.standards} />
            </Table.Td>
            <Table.Td {...roles.cell} data-label="Status">
              <QueueState line={line} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** By when to begin, or to seal. A sealed review is not due any more. */
function DueBy({ line }: { readonly line: QueueLine }) {
  if (line.dueAt === null) return '–';
  return (
    <>
      {formatDay(line.dueAt)}
      <div className={classes['quiet']}>
        {line.status === 'allocated' ? 'to begin' : 'to seal'}, {daysLeft(line.dueAt)}
      </div>
    </>
  );
}

function QueueState({ line }: { readonly line: QueueLine }) {
  if (line.status === 'sealed') return <StatusBadge tone="good">Sealed</StatusBadge>;
  if (line.status === 'allocated') return <StatusBadge tone="attention">To begin</StatusBadge>;
  return line.round > 1 ? (
    <StatusBadge tone="attention">Sent back</StatusBadge>
  ) : (
    <StatusBadge tone="open">Marking</StatusBadge>
  );
}
