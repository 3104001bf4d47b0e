import { Anchor, Table } from '@mantine/core';
import { Link } from '@tanstack/react-router';

import { daysLeft, formatDay } from '../../shared/formatting.ts';
import type { ConferenceLine } from '../../shared/server.ts';
import { StatusBadge } from '../../shared/StatusBadge.tsx';
import { roles } from '../../shared/tableRoles.ts';
import classes from './queue.module.css';

/** The conferences that wait for the reader or for the other marker, the next due first. */
export function ConferenceTable({ lines }: { readonly lines: readonly ConferenceLine[] }) {
  return (
    <Table {...roles.table} className={classes['queue'] ?? ''} aria-labelledby="conferences" verticalSpacing="sm">
      <Table.Thead {...roles.group}>
        <Table.Tr {...roles.row}>
          <Table.Th {...roles.column} scope="col">
            Candidate
          </Table.Th>
          <Table.Th {...roles.column} scope="col">
            Due
          </Table.Th>
          <Table.Th {...roles.column} scope="col">
            Still to agree
          </Table.Th>
          <Table.Th {...roles.column} scope="col">
            Status
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody {...roles.group}>
        {lines.map(({ marking, candidateName, cohortTitle, dueAt, open, unsaid }) => (
          <Table.Tr {...roles.row} key={marking}>
            <Table.Th {...roles.rowHeader} scope="row">
              <Anchor component={Link} to={`/marking/${marking}`} className={classes['name'] ?? ''}>
                {candidateName}
              </Anchor>
              <div className={classes['quiet']}>{cohortTitle}</div>
            </Table.Th>
            <Table.Td {...roles.cell} data-label="Due">
              {dueAt === null ? (
                '–'
              ) : (
                <>
                  {formatDay(dueAt)}
                  <div className={classes['quiet']}>{daysLeft(dueAt)}</div>
                </>
              )}
            </Table.Td>
            <Table.Td {...roles.cell} data-label="Still to agree">
              {open}
            </Table.Td>
            <Table.Td {...roles.cell} data-label="Status">
              {unsaid > 0 ? (
                <StatusBadge tone="attention">{`${unsaid} for you to say`}</StatusBadge>
              ) : (
                <StatusBadge tone="open">All said by you</StatusBadge>
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
