import { Button, Group, List, Modal, Stack, Text } from '@mantine/core';

import { CommandProblem } from '../../shared/CommandOutcome.tsx';
import { counted } from '../../shared/formatting.ts';
import type { Releasable } from '../../shared/marking/view.ts';
import { RuledButton } from '../../shared/RuledButton.tsx';
import { client } from '../../shared/server.ts';
import { useCommand } from '../../shared/useCommand.ts';
import { ProofField } from './ProofField.tsx';
import { useProof } from './useProof.ts';

interface Props {
  readonly shown: Releasable;
  /** Whether it is proposed to another moderator, rather than released. */
  readonly proposes: boolean;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** The last look before results go out, and the proof of who lets them. */
export function ReleaseDialog({ shown, proposes, opened, onClose }: Props) {
  const proof = useProof();
  const done = () => {
    proof.clear();
    onClose();
  };
  const release = useCommand(client.moderation.release.mutate, { onSaved: done });
  const propose = useCommand(client.moderation.proposeRelease.mutate, { onSaved: done });
  const { batch, digest, asOf, version } = shown;
  const command = proposes ? propose : release;
  const results = counted(shown.waiting.length, 'result', 'results');
  const send = async () => {
    const proved = await proof.shown();
    if (proved === null) return;
    const seen = { batch, digest, asOf, ...proved };
    await (proposes
      ? propose.send((commandId) => ({ commandId, ...seen, seen: version }))
      : release.send((commandId) => ({ commandId, ...seen })));
  };
  return (
    <Modal opened={opened} onClose={onClose} title={`${proposes ? 'Propose to release' : 'Release'} ${results}?`}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (proof.given) void send();
        }}
      >
        <Stack>
          <div>
            <Text size="sm">Each candidate {proposes ? 'will see once it is confirmed' : 'sees at once'}:</Text>
            <List size="sm" mt={4}>
              <List.Item>the outcome (pass, refer or fail) and why,</List.Item>
              <List.Item>the profile by area,</List.Item>
              <List.Item>the score and the written reason of every standard, and of every gate.</List.Item>
            </List>
          </div>
          <Text size="sm">
            A released result is not taken back quietly: it can only be corrected or voided, with a reason that stays on
            record. If anything changed after this page was loaded, nothing is released.
          </Text>
          <ProofField {...proof.field} />
          <CommandProblem command={proof.prove} />
          <CommandProblem command={command} noun="batch" />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Not yet
            </Button>
            <RuledButton
              type="submit"
              because={
                proof.given ? [] : [{ rule: 'AWD-16', says: 'A moderator proves again who they are before releasing.' }]
              }
              loading={proof.prove.saving || command.saving}
            >
              {proposes ? 'Propose' : 'Release'}
            </RuledButton>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
