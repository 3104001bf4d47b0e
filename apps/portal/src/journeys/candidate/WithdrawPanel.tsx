import { Button, Group, Stack, Textarea, Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { FormEvent } from 'react';

import { CommandProblem } from '../../shared/CommandOutcome.tsx';
import { client } from '../../shared/server.ts';
import type { SubmissionView } from '../../shared/server.ts';
import { useCommand } from '../../shared/useCommand.ts';
import { useKeptText } from '../../shared/useKeptText.ts';

/** Taking the submission back, with a reason and after a question. */
export function WithdrawPanel({ view }: { view: SubmissionView }) {
  const [asking, { open, close }] = useDisclosure();
  const reason = useKeptText(`submission.${view.submission}.withdraw`);
  const withdraw = useCommand(client.submission.withdraw.mutate, {
    onSaved: () => {
      reason.discard();
      close();
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    void withdraw.send((commandId) => ({
      commandId,
      submission: view.submission,
      seen: view.version,
      reason: reason.text,
    }));
  };
  return (
    <div>
      <Button variant="default" onClick={open}>
        Withdraw this submission
      </Button>
      <Modal opened={asking} onClose={close} title="Withdraw this submission?">
        <form onSubmit={send}>
          <Stack gap="md">
            <p style={{ margin: 0 }}>
              A withdrawn submission is not marked, and it cannot be taken up again here. Talk to {view.provider.name}{' '}
              first if you only need more time.
            </p>
            <Textarea
              label="Reason"
              required
              withAsterisk={false}
              autosize
              minRows={3}
              value={reason.text}
              onChange={(event) => reason.set(event.currentTarget.value)}
            />
            <CommandProblem command={withdraw} noun="submission" />
            <Group>
              <Button type="submit" color="red.9" loading={withdraw.saving}>
                Withdraw
              </Button>
              <Button variant="default" onClick={close}>
                Keep it
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </div>
  );
}
