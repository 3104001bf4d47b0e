import { Stack, Text } from '@mantine/core';

import { CommandProblem } from '../../shared/CommandOutcome.tsx';
import { counted } from '../../shared/formatting.ts';
import type { BatchView } from '../../shared/marking/view.ts';
import { Panel } from '../../shared/Panel.tsx';
import { RuledButton } from '../../shared/RuledButton.tsx';
import { client } from '../../shared/server.ts';
import { useCommand } from '../../shared/useCommand.ts';
import { against } from './against.ts';

export function DrawSample({ batch }: { readonly batch: BatchView }) {
  const draw = useCommand(client.moderation.draw.mutate);
  return (
    <Panel title="Draw the sample">
      <Stack>
        <Text size="sm" maw="44rem">
          {batch.waiting === 0
            ? 'No review of this cohort is sealed and outside a batch now.'
            : `${counted(batch.waiting, 'sealed review is', 'sealed reviews are')} taken into the batch as they stand.`}{' '}
          Every recommendation to refer or fail is drawn, every reopened review, one portfolio of each assessor, the
          highest and the lowest profile, and the rest at random by the seed.
        </Text>
        <CommandProblem command={draw} noun="batch" />
        <RuledButton
          because={[
            ...against(batch, 'DrawSample'),
            ...(batch.waiting === 0
              ? [{ rule: 'MOD-2', says: 'A sample is drawn from at least one sealed review.' }]
              : []),
          ]}
          loading={draw.saving}
          onClick={() => void draw.send((commandId) => ({ commandId, batch: batch.batch, seen: batch.version }))}
        >
          Draw the sample
        </RuledButton>
      </Stack>
    </Panel>
  );
}
