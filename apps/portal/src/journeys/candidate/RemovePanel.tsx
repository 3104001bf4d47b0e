import { Button, Group, Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';

import { CommandProblem } from '../../shared/CommandOutcome.tsx';
import { counted } from '../../shared/formatting.ts';
import { client, queryClient } from '../../shared/server.ts';
import type { Item } from '../../shared/server.ts';
import { useCommand } from '../../shared/useCommand.ts';

/** Takes an item out of the portfolio, after a question, for its claims go with it. */
export function RemovePanel({ item, submission }: { item: Item; submission: string }) {
  const [asking, { open, close }] = useDisclosure();
  const navigate = useNavigate();
  const remove = useCommand(client.evidence.remove.mutate, {
    // Leave first: with the list loaded anew, this page would have nothing to show.
    reload: [],
    onSaved: () =>
      void navigate({ to: '/candidate/$submission/evidence', params: { submission } }).then(() =>
        queryClient.invalidateQueries(),
      ),
  });
  return (
    <div>
      <Button variant="default" onClick={open}>
        Remove this item
      </Button>
      <Modal opened={asking} onClose={close} title={`Remove “${item.title}”?`}>
        <p style={{ marginTop: 0 }}>
          It leaves the portfolio
          {item.claims.length > 0 && ` with its ${counted(item.claims.length, 'claim', 'claims')}`}. The record keeps
          that it was there.
        </p>
        <CommandProblem command={remove} noun="item" />
        <Group mt="md">
          <Button
            color="red.9"
            loading={remove.saving}
            onClick={() => void remove.send((commandId) => ({ commandId, item: item.item, seen: item.version }))}
          >
            Remove
          </Button>
          <Button variant="default" onClick={close}>
            Keep it
          </Button>
        </Group>
      </Modal>
    </div>
  );
}
