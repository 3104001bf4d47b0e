import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';

import { CommandProblem } from '../../shared/CommandOutcome.tsx';
import { Invited } from '../../shared/Invited.tsx';
import { RuledButton } from '../../shared/RuledButton.tsx';
import { client } from '../../shared/server.ts';
import { useCommand } from '../../shared/useCommand.ts';

/** A provider and its first member of staff, who gets a link to hand over. */
export function Register({ onClose }: { readonly onClose: () => void }) {
  const [provider, setProvider] = useState('');
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [done, setDone] = useState<{ readonly invitation: string | null } | null>(null);
  const register = useCommand(client.provider.register.mutate);
  const open = [provider, name, email].some((text) => text.trim() === '');
  const send = async () => {
    const answer = await register.send((commandId) => ({
      commandId,
      provider: provider.trim(),
      name: name.trim(),
      email: email.trim(),
    }));
    if (answer !== null) setDone({ invitation: answer.invitation });
  };
  if (done !== null) {
    return (
      <Invited name={name.trim()} what={`acts for ${provider.trim()} now`} invitation={done.invitation}>
        <Button onClick={onClose}>Done</Button>
      </Invited>
    );
  }
  return (
    <Stack>
      <TextInput
        data-autofocus
        label="Provider"
        autoComplete="off"
        value={provider}
        onChange={(event) => setProvider(event.currentTarget.value)}
      />
      <TextInput
        label="First member of staff"
        autoComplete="off"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label="Their e-mail"
        type="email"
        autoComplete="off"
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <CommandProblem command={register} />
      <Group justify="flex-end" align="flex-start">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <RuledButton
          because={open ? [{ rule: '', says: 'Give the provider, a name and an e-mail address.' }] : []}
          loading={register.saving}
          onClick={() => void send()}
        >
          Register
        </RuledButton>
      </Group>
    </Stack>
  );
}
