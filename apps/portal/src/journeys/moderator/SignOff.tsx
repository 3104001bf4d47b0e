import { Stack, Text } from '@mantine/core';

import { CommandProblem } from '../../shared/CommandOutcome.tsx';
import { formatInstant } from '../../shared/formatting.ts';
import type { BatchView } from '../../shared/marking/view.ts';
import { Panel } from '../../shared/Panel.tsx';
import { RuledButton } from '../../shared/RuledButton.tsx';
import { client } from '../../shared/server.ts';
import { useCommand } from '../../shared/useCommand.ts';
import { against } from './against.ts';
import { Facts } from './Facts.tsx';
import { outcomesOf } from './outcomes.ts';
import { ProofField } from './ProofField.tsx';
import { useProof } from './useProof.ts';
import classes from './moderator.module.css';

/** Exactly what is signed, and the proof of who signs it. */
export function SignOff({ batch }: { readonly batch: BatchView }) {
  const proof = useProof();
  const sign = useCommand(client.moderation.signOff.mutate);
  const { digest, statement } = batch;
  const { pass, refer, fail } = outcomesOf(batch);
  const send = async () => {
    if (digest === null) return;
    const shown = await proof.shown();
    if (shown === null) return;
    const answer = await sign.send((commandId) => ({
      commandId,
      batch: batch.batch,
      seen: batch.version,
      statement,
      digest,
      ...shown,
    }));
    if (answer !== null) proof.clear();
  };
  return (
    <Panel title="Sign off">
      <Stack>
        <Text size="sm">You sign exactly this, and nothing else:</Text>
        <Facts
          facts={[
            ['Portfolios', `${batch.portfolios}, of which ${batch.sampled} were sampled and upheld`],
            ['Outcomes', `${pass} pass, ${refer} refer, ${fail} fail`],
            [
              'Digest',
              <span key="digest" className={classes['digest']}>
                {digest ?? 'none'}
              </span>,
            ],
          ]}
        />
        <blockquote className={classes['statement']}>{statement}</blockquote>
        <Text size="sm" c="dimmed" maw="44rem">
          The digest is the fingerprint of every score and gate in the batch. If one of them changed after this page was
          loaded, the signature is refused.
        </Text>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (proof.given) void send();
          }}
        >
          <Stack align="flex-start">
            <ProofField {...proof.field} />
            <CommandProblem command={proof.prove} />
            <CommandProblem command={sign} noun="batch" />
            <RuledButton
              type="submit"
              because={[
                ...against(batch, 'SignOff'),
                ...(proof.given
                  ? []
                  : [{ rule: 'MOD-10', says: 'A moderator proves again who they are before signing.' }]),
              ]}
              loading={proof.prove.saving || sign.saving}
            >
              Sign off the batch
            </RuledButton>
          </Stack>
        </form>
      </Stack>
    </Panel>
  );
}

export function Signed({ signed }: { readonly signed: NonNullable<BatchView['signed']> }) {
  return (
    <Panel title="What was signed">
      <Stack>
        <blockquote className={classes['statement']}>{signed.statement}</blockquote>
        <Facts
          facts={[
            ['Signed by', signed.by],
            ['On', formatInstant(signed.at)],
            [
              'Digest',
              <span key="digest" className={classes['digest']}>
                {signed.digest}
              </span>,
            ],
          ]}
        />
      </Stack>
    </Panel>
  );
}
