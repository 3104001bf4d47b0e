import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';

import { CommandProblem } from '../../shared/CommandOutcome.tsx';
import { Panel } from '../../shared/Panel.tsx';
import { client } from '../../shared/server.ts';
import type { CohortLine } from '../../shared/server.ts';
import { useCommand } from '../../shared/useCommand.ts';

export function CloseCohort({ cohort }: { readonly cohort: CohortLine }) {
  const [asking, { open, close }] = useDisclosure();
  const command = useCommand(client.cohort.close.mutate, { onSaved: close });
  return (
    <Panel title="Close this cohort">
      <Group justify="space-between">
        <Text size="sm">A closed cohort takes no more candidates. Portfolios in it go on as they are.</Text>
        <Button variant="default" onClick={open}>
          Close the cohort
        </Button>
      </Group>
      <Modal opened={asking} onClose={close} title={`Close ${cohort.title}?`}>
        <Stack>
          <Text size="sm">Nobody can be enrolled after that, and a closed cohort is not opened again.</Text>
          <CommandProblem command={command} noun="cohort" />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              Leave it open
            </Button>
            <Button
              loading={command.saving}
              onClick={() =>
                void command.send((commandId) => ({ commandId, cohort: cohort.cohort, seen: cohort.version }))
              }
            >
              Close the cohort
            </Button>
          </Group>
        </Stack>
      </Modal>
    </Panel>
  );
}
