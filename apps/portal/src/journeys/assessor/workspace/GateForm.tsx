import { Group, Radio, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';

import { CommandProblem, SavedState } from '../../../shared/CommandOutcome.tsx';
import type { ReviewView } from '../../../shared/marking/view.ts';
import { RuledButton } from '../../../shared/RuledButton.tsx';
import { client } from '../../../shared/server.ts';
import { StatusBadge } from '../../../shared/StatusBadge.tsx';
import { useCommand } from '../../../shared/useCommand.ts';
import { useKeptText } from '../../../shared/useKeptText.ts';

export function GateForm({ view, component }: { readonly view: ReviewView; readonly component: string }) {
  const saved = view.gates[component];
  const [chosen, setChosen] = useState<boolean | null>(null);
  const reason = useKeptText(`review.${view.review}.gate.${component}`, saved?.reason ?? '');
  const judge = useCommand(client.review.judgeGate.mutate);
  const met = chosen ?? saved?.met ?? null;
  const changed = met !== (saved?.met ?? null) || reason.text.trim() !== (saved?.reason ?? '');

  if (!view.may.includes('JudgeGate')) return <GateRead saved={saved} />;

  const send = async () => {
    if (met === null) return;
    const sent = reason.text;
    const answer = await judge.send((commandId) => ({
      commandId,
      review: view.review,
      seen: view.version,
      component,
      met,
      reason: sent.trim(),
    }));
    if (answer === null) return;
    reason.acknowledged(sent);
    setChosen(null);
  };
  const asked = [
    ...(met === null ? [{ rule: 'REV-14', says: 'Choose met or not met.' }] : []),
    ...(reason.text.trim() === '' ? [{ rule: 'REV-7', says: 'Every judgement carries a written reason.' }] : []),
  ];
  return (
    <Stack gap="sm">
      <Radio.Group
        label="This gate is"
        value={met === null ? null : String(met)}
        onChange={(value) => setChosen(value === 'true')}
      >
        <Group mt={6}>
          <Radio value="true" label="Met" />
          <Radio value="false" label="Not met" />
        </Group>
      </Radio.Group>
      <Textarea
        label="Reason"
        autosize
        minRows={2}
        maxRows={12}
        value={reason.text}
        onChange={(event) => reason.set(event.currentTarget.value)}
      />
      <CommandProblem command={judge} noun="review" />
      <Group gap="sm">
        {(changed || saved === undefined) && (
          <RuledButton because={asked} loading={judge.saving} onClick={() => void send()}>
            Save gate
          </RuledButton>
        )}
        {!changed && saved !== undefined && <GateState met={saved.met} />}
        <SavedState command={judge} />
      </Group>
    </Stack>
  );
}

function GateState({ met }: { readonly met: boolean }) {
  return <StatusBadge tone={met ? 'good' : 'attention'}>{met ? 'Met' : 'Not met'}</StatusBadge>;
}

function GateRead({ saved }: { readonly saved: ReviewView['gates'][string] | undefined }) {
  if (saved === undefined) return <Text size="sm">Not judged.</Text>;
  return (
    <div>
      <GateState met={saved.met} />
      <Text size="sm" mt={6} style={{ whiteSpace: 'pre-line' }}>
        {saved.reason}
      </Text>
    </div>
  );
}
