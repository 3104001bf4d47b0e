import { Group, NumberInput, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';

import { CommandProblem, SavedState } from '../../../shared/CommandOutcome.tsx';
import { today } from '../../../shared/formatting.ts';
import { Occasion } from '../../../shared/marking/Occasion.tsx';
import type { ReviewView } from '../../../shared/marking/view.ts';
import { RuledButton } from '../../../shared/RuledButton.tsx';
import { client } from '../../../shared/server.ts';
import { useCommand } from '../../../shared/useCommand.ts';
import { useKeptText } from '../../../shared/useKeptText.ts';

interface Props {
  readonly view: ReviewView;
  readonly kind: 'visit' | 'discussion';
  /** The length the scheme asks for. */
  readonly minutes: number | undefined;
}

/** What was seen at the centre, or said in the discussion: the assessor's own record, and evidence from then on. */
export function OccasionForm({ view, kind, minutes: usual = 60 }: Props) {
  const record = kind === 'visit' ? view.visit : view.discussion;
  const [typedOn, setOn] = useState<string | null>(null);
  const [typedMinutes, setMinutes] = useState<number | null>(null);
  const account = useKeptText(`review.${view.review}.${kind}`, record?.account ?? '');
  const visit = useCommand(client.review.recordVisit.mutate);
  const discussion = useCommand(client.review.recordDiscussion.mutate);
  const command = kind === 'visit' ? visit : discussion;

  const on = typedOn ?? record?.on ?? '';
  const minutes = typedMinutes ?? view.discussion?.minutes ?? usual;
  const changed =
    record === null ||
    on !== record.on ||
    account.text.trim() !== record.account ||
    (kind === 'discussion' && minutes !== view.discussion?.minutes);

  if (!view.may.includes(kind === 'visit' ? 'RecordVisit' : 'RecordDiscussion')) return <Occasion record={record} />;

  const send = async () => {
    const sent = account.text;
    const common = { review: view.review, seen: view.version, on, account: sent.trim() };
    const answer =
      kind === 'visit'
        ? await visit.send((commandId) => ({ commandId, ...common }))
        : await discussion.send((commandId) => ({ commandId, ...common, minutes }));
    if (answer === null) return;
    account.acknowledged(sent);
    setOn(null);
    setMinutes(null);
  };
  const asked =
    on === '' || on > today() || account.text.trim() === ''
      ? [
          {
            rule: 'REV-10',
            says: `A ${kind} is recorded with an account of what was seen and said, on a day that has come.`,
          },
        ]
      : [];
  return (
    <Stack gap="sm">
      <Group align="flex-start">
        <TextInput
          type="date"
          label={`Day of the ${kind}`}
          max={today()}
          value={on}
          onChange={(event) => setOn(event.currentTarget.value)}
        />
        {kind === 'discussion' && (
          <NumberInput
            label="Minutes"
            w="7rem"
            min={1}
            allowDecimal={false}
            value={minutes}
            onChange={(value) => setMinutes(typeof value === 'number' ? value : Number.parseInt(value, 10) || null)}
          />
        )}
      </Group>
      <Textarea
        label={`Account of the ${kind}`}
        description="What was seen and said, so that a judgement can rest on it."
        autosize
        minRows={4}
        maxRows={16}
        value={account.text}
        onChange={(event) => account.set(event.currentTarget.value)}
      />
      <CommandProblem command={command} noun="review" />
      <Group gap="sm">
        {changed && (
          <RuledButton because={asked} loading={command.saving} variant="default" onClick={() => void send()}>
            {record === null ? `Record the ${kind}` : `Save the changed ${kind}`}
          </RuledButton>
        )}
        <SavedState command={command} saved="Recorded" />
      </Group>
    </Stack>
  );
}
