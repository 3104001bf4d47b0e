import { Button, Modal, Table } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { EmptyState } from '../../shared/EmptyState.tsx';
import { Page } from '../../shared/Page.tsx';
import { trpc } from '../../shared/server.ts';
import { AppointExternal } from './AppointExternal.tsx';
import { Register } from './Register.tsx';

/** The training providers of this installation. */
export function ProvidersPage() {
  const { data } = useSuspenseQuery(trpc.provider.all.queryOptions());
  const [appointing, setAppointing] = useState<{ readonly provider: string; readonly name: string } | null>(null);
  const [registering, { open, close }] = useDisclosure();
  const button = <Button onClick={open}>Register a provider</Button>;
  return (
    <Page
      title="Providers"
      intro="Each provider opens its own cohorts and appoints its own assessors and moderators. Nobody sees another provider’s people."
      actions={button}
    >
      {data.length === 0 ? (
        <EmptyState title="No provider is registered yet">
          Register a training provider and its first member of staff. They do the rest.
        </EmptyState>
      ) : (
        <Table aria-label="Providers">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">Provider</Table.Th>
              <Table.Th scope="col">People</Table.Th>
              <Table.Th scope="col">External moderation</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {data.map(({ provider, name, people }) => (
              <Table.Tr key={provider}>
                <Table.Th scope="row">{name}</Table.Th>
                <Table.Td>{people}</Table.Td>
                <Table.Td>
                  <Button
                    variant="default"
                    size="xs"
                    aria-label={`Appoint an external moderator for ${name}`}
                    onClick={() => setAppointing({ provider, name })}
                  >
                    Appoint
                  </Button>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      <Modal opened={registering} onClose={close} title="Register a provider">
        <Register onClose={close} />
      </Modal>
      <Modal
        opened={appointing !== null}
        onClose={() => setAppointing(null)}
        title={`External moderator for ${appointing?.name ?? ''}`}
      >
        {appointing !== null && <AppointExternal provider={appointing.provider} onClose={() => setAppointing(null)} />}
      </Modal>
    </Page>
  );
}
