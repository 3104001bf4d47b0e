import { Button, Group, List, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';

import { CommandProblem } from '../../shared/CommandOutcome.tsx';
import { counted } from '../../shared/formatting.ts';
import type { BatchView, Drawn } from '../../shared/marking/view.ts';
import { ReasonForm } from '../../shared/ReasonForm.tsx';
import { RuledButton } from '../../shared/RuledButton.tsx';
import { client } from '../../shared/server.ts';
import { useCommand } from '../../shared/useCommand.ts';
import type { KeptQueries } from './useKeptQueries.ts';
import classes from './moderator.module.css';

interface Props {
  readonly batch: BatchView;
  readonly drawn: Drawn;
  readonly kept: KeptQueries;
  readonly deciding: boolean;
}

/** Uphold, or send back with a query on each chosen standard. */
export function Decide({ batch, drawn, kept, deciding }: Props) {
  const [upholding, uphold] = useDisclosure();
  const [sending, send] = useDisclosure();
  const navigate = useNavigate();
  const leave = () => void navigate({ to: '/moderation/$batch', params: { batch: batch.batch } });
  const codes = Object.keys(kept.queries);

  if (!deciding) {
    return (
      <div className={classes['decide']}>
        <Text size="sm">
          {drawn.found === 'queried'
            ? 'This review is with its assessor. It comes back here once it is sealed again (MOD-5).'
            : drawn.found === 'upheld'
              ? 'You, or another moderator, upheld this review.'
              : 'The sample of this batch is not open now.'}
        </Text>
      </div>
    );
  }
  const unwritten = codes.filter((code) => kept.queries[code]?.trim() === '');
  return (
    <div className={classes['decide']}>
      <RuledButton
        because={codes.length > 0 ? [{ rule: '', says: 'To uphold, take the queries away first.' }] : []}
        onClick={uphold.open}
      >
        Uphold
      </RuledButton>
      <RuledButton
        variant="default"
        because={
          codes.length === 0 || unwritten.length > 0
            ? [
                {
                  rule: 'MOD-6',
                  says: `A query names at least one standard and says what to look at again.${unwritten.length > 0 ? ` Not written yet: ${unwritten.join(', ')}.` : ''}`,
                },
              ]
            : []
        }
        onClick={send.open}
      >
        Send back{codes.length > 0 && ` with ${counted(codes.length, 'query', 'queries')}`}
      </RuledButton>
      <Modal opened={upholding} onClose={uphold.close} title={`Uphold the review of ${drawn.candidateName}?`}>
        <UpholdForm batch={batch} drawn={drawn} onDone={leave} />
      </Modal>
      <Modal opened={sending} onClose={send.close} title={`Send the review of ${drawn.candidateName} back?`}>
        <SendBack batch={batch} drawn={drawn} kept={kept} onDone={leave} onCancel={send.close} />
      </Modal>
    </div>
  );
}

function UpholdForm({ batch, drawn, onDone }: Pick<Props, 'batch' | 'drawn'> & { readonly onDone: () => void }) {
  const command = useCommand(client.moderation.uphold.mutate);
  return (
    <ReasonForm
      keptAs={`batch.${batch.batch}.uphold.${drawn.submission}`}
      label="Note (optional)"
      description="What you looked at and found. It stays on record."
      button="Uphold"
      rule={null}
      noun="batch"
      command={command}
      input={(note, commandId) => ({
        commandId,
        batch: batch.batch,
        seen: batch.version,
        submission: drawn.submission,
        note,
      })}
      onDone={onDone}
    />
  );
}

function SendBack({
  batch,
  drawn,
  kept,
  onDone,
  onCancel,
}: Omit<Props, 'deciding'> & { readonly onDone: () => void; readonly onCancel: () => void }) {
  const command = useCommand(client.moderation.query.mutate);
  const queries = Object.entries(kept.queries).map(([standard, says]) => ({ standard, says: says.trim() }));
  const send = async () => {
    const answer = await command.send((commandId) => ({
      commandId,
      batch: batch.batch,
      seen: batch.version,
      submission: drawn.submission,
      queries,
    }));
    if (answer === null) return;
    kept.sent();
    onDone();
  };
  return (
    <Stack>
      <Text size="sm">The review opens again for {drawn.assessorName}, as a new round, with these queries:</Text>
      <List size="sm" spacing={4}>
        {queries.map(({ standard, says }) => (
          <List.Item key={standard}>
            <strong>{standard}</strong> {says}
          </List.Item>
        ))}
      </List>
      <CommandProblem command={command} noun="batch" />
      <Group justify="flex-end">
        <Button variant="default" onClick={onCancel}>
          Not yet
        </Button>
        <Button loading={command.saving} onClick={() => void send()}>
          Send back
        </Button>
      </Group>
    </Stack>
  );
}
