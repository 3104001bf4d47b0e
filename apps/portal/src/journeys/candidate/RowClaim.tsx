import { Button, Group, NativeSelect, Stack, TextInput, Modal } from '@mantine/core';
import { useState } from 'react';
import type { FormEvent } from 'react';

import { CommandProblem } from '../../shared/CommandOutcome.tsx';
import { client } from '../../shared/server.ts';
import { StatementText } from '../../shared/StatementText.tsx';
import { useCommand } from '../../shared/useCommand.ts';
import type { Portfolio } from './usePortfolio.ts';

type Props = { readonly code: string | null; readonly portfolio: Portfolio; readonly onClose: () => void };

/** From a statement to an item: which one shows it, and where. */
export function RowClaim({ code, portfolio, onClose }: Props) {
  return (
    <Modal opened={code !== null} onClose={onClose} title="Claim this statement" size="lg">
      {code !== null && <RowClaimForm key={code} code={code} portfolio={portfolio} onClose={onClose} />}
    </Modal>
  );
}

function RowClaimForm({ code, portfolio, onClose }: { code: string; portfolio: Portfolio; onClose: () => void }) {
  const { known, items } = portfolio;
  const [id, setId] = useState('');
  const [place, setPlace] = useState('');
  const claim = useCommand(client.evidence.claim.mutate, { onSaved: onClose });
  const free = items.filter((item) => item.claims.every(({ statement }) => statement !== code));
  const item = free.find((one) => one.item === id);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (item)
      void claim.send((commandId) => ({ commandId, item: item.item, seen: item.version, statement: code, place }));
  };
  return (
    <form onSubmit={send}>
      <Stack gap="md">
        <StatementText statement={known.statement(code) ?? { code, text: '' }} critical={known.isCritical(code)} />
        {free.length === 0 ? (
          <p style={{ margin: 0 }}>
            {items.length === 0
              ? 'There is no evidence in the portfolio yet. Add an item first.'
              : 'Every item is claimed for this statement already.'}
          </p>
        ) : (
          <>
            <NativeSelect
              label="Evidence item"
              required
              withAsterisk={false}
              data-autofocus
              value={id}
              onChange={(event) => setId(event.currentTarget.value)}
              data={[
                { value: '', label: 'Choose an item', disabled: true },
                ...free.map((one) => ({ value: one.item, label: `${one.component} · ${one.title}` })),
              ]}
            />
            <TextInput
              label="Where in the item it is shown"
              description="A page, a heading or a paragraph, so that the assessor finds it at once."
              required
              withAsterisk={false}
              maxLength={300}
              value={place}
              onChange={(event) => setPlace(event.currentTarget.value)}
            />
          </>
        )}
        <CommandProblem command={claim} noun="item" />
        <Group>
          {free.length > 0 && (
            <Button type="submit" loading={claim.saving}>
              Claim
            </Button>
          )}
          <Button variant="default" onClick={onClose}>
            Close
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
