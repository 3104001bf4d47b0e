import { Table, Text } from '@mantine/core';

import type { BatchView } from '../../shared/marking/view.ts';
import { OutcomeBadge } from '../../shared/StatusBadge.tsx';
import { roles } from '../../shared/tableRoles.ts';
import classes from './moderator.module.css';

/** Portfolios that go through on the strength of the sample; their scores are not shown to the moderator. */
export function OthersTable({ others }: { readonly others: BatchView['others'] }) {
  return (
    <>
      <Text size="sm" mb="xs">
        These go through on the strength of the sample.
      </Text>
      <Table {...roles.table} className={classes['table'] ?? ''} aria-label="Portfolios that were not drawn">
        <Table.Thead {...roles.group}>
          <Table.Tr {...roles.row}>
            <Table.Th {...roles.column} scope="col">
              Candidate
            </Table.Th>
            <Table.Th {...roles.column} scope="col">
              Assessor
            </Table.Th>
            <Table.Th {...roles.column} scope="col">
              Recommended
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody {...roles.group}>
          {others.map((other) => (
            <Table.Tr {...roles.row} key={other.submission}>
              <Table.Th {...roles.rowHeader} scope="row">
                {other.candidateName}
              </Table.Th>
              <Table.Td {...roles.cell} data-label="Assessor">
                {other.assessorName}
              </Table.Td>
              <Table.Td {...roles.cell} data-label="Recommended">
                <OutcomeBadge outcome={other.recommended} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  );
}
