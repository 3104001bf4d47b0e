import { Button, Modal, Table } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useSuspenseQuery } from '@tanstack/react-query';

import { EmptyState } from '../../shared/EmptyState.tsx';
import { formatDay } from '../../shared/formatting.ts';
import { Page } from '../../shared/Page.tsx';
import { trpc } from '../../shared/server.ts';
import { roles } from '../../shared/tableRoles.ts';
import { Appoint } from './Appoint.tsx';
import classes from './provider.module.css';

const roleWords: Readonly<Record<string, string>> = {
  assessor: 'Assessor',
  moderator: 'Moderator',
  externalModerator: 'External moderator',
  provider: 'Staff',
  administrator: 'Administrator',
};

/** Who acts for the provider, and as what. */
export function PeoplePage() {
  const { data } = useSuspenseQuery(trpc.provider.mine.queryOptions());
  const [appointing, { open, close }] = useDisclosure();
  const button = <Button onClick={open}>Appoint a person</Button>;
  return (
    <Page title="People" intro={`Who acts for ${data.name}. Candidates are enrolled in cohorts.`} actions={button}>
      {data.people.length === 0 ? (
        <EmptyState title="Nobody is appointed yet">
          Appoint assessors and a moderator, so that portfolios can be marked.
        </EmptyState>
      ) : (
        <Table {...roles.table} className={classes['table'] ?? ''} aria-label="People">
          <Table.Thead {...roles.group}>
            <Table.Tr {...roles.row}>
              <Table.Th {...roles.column} scope="col">
                Name
              </Table.Th>
              <Table.Th {...roles.column} scope="col">
                Roles
              </Table.Th>
              <Table.Th {...roles.column} scope="col">
                E-mail
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody {...roles.group}>
            {data.people.map(({ id, name, email, roles: held, ends }) => (
              <Table.Tr {...roles.row} key={id}>
                <Table.Th {...roles.rowHeader} scope="row">
                  {name}
                </Table.Th>
                <Table.Td {...roles.cell} data-label="Roles">
                  {held
                    .map((role) => {
                      const last = ends.find((one) => one.role === role);
                      return `${roleWords[role] ?? role}${last === undefined ? '' : ` until ${formatDay(last.until)}`}`;
                    })
                    .join(', ')}
                </Table.Td>
                <Table.Td {...roles.cell} data-label="E-mail" style={{ overflowWrap: 'anywhere' }}>
                  {email}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      <Modal opened={appointing} onClose={close} title="Appoint a person">
        <Appoint onClose={close} />
      </Modal>
    </Page>
  );
}
