import { Button, Group, List, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';

import { CommandProblem } from '../../shared/CommandOutcome.tsx';
import { counted } from '../../shared/formatting.ts';
import type { BatchView } from '../../shared/marking/view.ts';
import { Note } from '../../shared/Note.tsx';
import { Panel } from '../../shared/Panel.tsx';
import { RuledButton } from '../../shared/RuledButton.tsx';
import { client } from '../../shared/server.ts';
import { useCommand } from '../../shared/useCommand.ts';

/** The release of every result of the batch that is not held: all of them or none. */
export function Release({ batch }: { readonly batch: BatchView }) {
  const [confirming, { open, close }] = useDisclosure();
  const release = useCommand(client.moderation.release.mutate, { onSaved: close });
  const waiting = batch.awards.filter(({ status }) => status === 'recommended');
  const held = batch.awards.filter(({ status }) => status === 'held').length;
  const count = (outcome: string) => waiting.filter((award) => award.outcome === outcome).length;

  if (waiting.length === 0) {
    return (
      <Note
        tone={batch.released > 0 ? 'good' : 'neutral'}
        title={
          batch.released > 0
            ? `${counted(batch.released, 'result is', 'results are')} released`
            : 'No award waits for release'
        }
      >
        {held > 0 && (
          <Text size="sm">{counted(held, 'result is', 'results are')} held. Lift the hold, then release again.</Text>
        )}
      </Note>
    );
  }
  return (
    <Panel title="Release the results">
      <Stack>
        <Text size="sm">
          {counted(waiting.length, 'result waits', 'results wait')}: {count('pass')} pass, {count('refer')} refer,{' '}
          {count('fail')} fail.
          {held > 0 && ` ${counted(held, 'more is held and stays', 'more are held and stay')} back.`} All are released
          at once, or none is.
        </Text>
        <CommandProblem command={release} noun="batch" />
        <RuledButton because={[]} onClick={open}>
          Release {counted(waiting.length, 'result', 'results')}
        </RuledButton>
      </Stack>
      <Modal opened={confirming} onClose={close} title={`Release ${counted(waiting.length, 'result', 'results')}?`}>
        <Stack>
          <div>
            <Text size="sm">Each candidate sees at once:</Text>
            <List size="sm" mt={4}>
              <List.Item>the outcome (pass, refer or fail) and why,</List.Item>
              <List.Item>the profile by area,</List.Item>
              <List.Item>the score and the written reason of every standard, and of every gate.</List.Item>
            </List>
          </div>
          <Text size="sm">
            A released result is not taken back quietly: it can only be voided, with a reason that stays on record.
          </Text>
          <CommandProblem command={release} noun="batch" />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              Not yet
            </Button>
            <Button
              loading={release.saving}
              onClick={() => void release.send((commandId) => ({ commandId, batch: batch.batch, seen: batch.version }))}
            >
              Release
            </Button>
          </Group>
        </Stack>
      </Modal>
    </Panel>
  );
}
