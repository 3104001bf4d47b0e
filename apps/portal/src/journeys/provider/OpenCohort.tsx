import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';

import { CommandProblem } from '../../shared/CommandOutcome.tsx';
import { today } from '../../shared/formatting.ts';
import { RuledButton } from '../../shared/RuledButton.tsx';
import { client } from '../../shared/server.ts';
import { useCommand } from '../../shared/useCommand.ts';

export function OpenCohort({ onCancel }: { readonly onCancel: () => void }) {
  const [title, setTitle] = useState('');
  const [opensOn, setOpensOn] = useState(today);
  const [dueOn, setDueOn] = useState('');
  const open = useCommand(client.cohort.open.mutate);
  const navigate = useNavigate();
  const send = async () => {
    const answer = await open.send((commandId) => ({ commandId, title: title.trim(), opensOn, dueOn }));
    if (answer !== null) await navigate({ to: '/cohorts/$cohort', params: { cohort: answer.cohort } });
  };
  const because = [
    ...(title.trim() === '' ? [{ rule: 'ENR-5', says: 'A cohort has a title.' }] : []),
    ...(opensOn === '' || dueOn <= opensOn
      ? [{ rule: 'ENR-6', says: 'The due day of a cohort comes after the day it opens.' }]
      : []),
  ];
  return (
    <Stack>
      <TextInput
        data-autofocus
        label="Title"
        placeholder="Autumn 2026"
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <Group grow align="flex-start">
        <TextInput
          type="date"
          label="Opens on"
          value={opensOn}
          onChange={(event) => setOpensOn(event.currentTarget.value)}
        />
        <TextInput
          type="date"
          label="Due on"
          description="The last day on time"
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={dueOn}
          onChange={(event) => setDueOn(event.currentTarget.value)}
        />
      </Group>
      <CommandProblem command={open} />
      <Group justify="flex-end" align="flex-start">
        <Button variant="default" onClick={onCancel}>
          Cancel
        </Button>
        <RuledButton because={because} loading={open.saving} onClick={() => void send()}>
          Open the cohort
        </RuledButton>
      </Group>
    </Stack>
  );
}
