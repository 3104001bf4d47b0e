import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';

import { CommandProblem } from '../../shared/CommandOutcome.tsx';
import { formatDay, today } from '../../shared/formatting.ts';
import { Invited } from '../../shared/Invited.tsx';
import { RuledButton } from '../../shared/RuledButton.tsx';
import { client } from '../../shared/server.ts';
import { useCommand } from '../../shared/useCommand.ts';

/** An external moderator sees a provider's samples until a day, and nothing after it. */
export function AppointExternal({ provider, onClose }: { readonly provider: string; readonly onClose: () => void }) {
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [until, setUntil] = useState('');
  const [done, setDone] = useState<{ readonly invitation: string | null } | null>(null);
  const appoint = useCommand(client.provider.appointExternal.mutate);
  const send = async () => {
    const answer = await appoint.send((commandId) => ({
      commandId,
      provider,
      name: name.trim(),
      email: email.trim(),
      until,
    }));
    if (answer !== null) setDone({ invitation: answer.invitation });
  };
  if (done !== null) {
    return (
      <Invited name={name.trim()} what={`is appointed until ${formatDay(until)}`} invitation={done.invitation}>
        <Button onClick={onClose}>Done</Button>
      </Invited>
    );
  }
  const because = [
    ...(name.trim() === '' || email.trim() === '' || until === ''
      ? [{ rule: '', says: 'Give a name, an e-mail address and the last day.' }]
      : []),
    ...(until !== '' && until < today()
      ? [{ rule: 'ENR-13', says: 'The last day of an appointment has not passed when it is made.' }]
      : []),
  ];
  return (
    <Stack>
      <TextInput
        data-autofocus
        label="Name"
        autoComplete="off"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label="E-mail"
        type="email"
        autoComplete="off"
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <TextInput
        type="date"
        label="Last day"
        description="They may act on this day, and not after it."
        value={until}
        onChange={(event) => setUntil(event.currentTarget.value)}
      />
      <CommandProblem command={appoint} />
      <Group justify="flex-end" align="flex-start">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <RuledButton because={because} loading={appoint.saving} onClick={() => void send()}>
          Appoint
        </RuledButton>
      </Group>
    </Stack>
  );
}
