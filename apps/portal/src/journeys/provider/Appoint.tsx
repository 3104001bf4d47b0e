import { Button, Group, Radio, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';

import { CommandProblem } from '../../shared/CommandOutcome.tsx';
import { RuledButton } from '../../shared/RuledButton.tsx';
import { client } from '../../shared/server.ts';
import { useCommand } from '../../shared/useCommand.ts';
import { Invited } from '../../shared/Invited.tsx';

const roles = [
  { value: 'assessor', label: 'Assessor', says: 'Marks portfolios that you allocate.' },
  {
    value: 'moderator',
    label: 'Moderator',
    says: 'Samples, upholds or sends back, signs off. Never where they assessed.',
  },
  { value: 'provider', label: 'Staff', says: 'Opens cohorts, enrols candidates, allocates assessors. Never scores.' },
] as const;

type Role = (typeof roles)[number]['value'];

export function Appoint({ onClose }: { readonly onClose: () => void }) {
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role>('assessor');
  const [done, setDone] = useState<{ readonly invitation: string | null } | null>(null);
  const appoint = useCommand(client.provider.appoint.mutate);
  const send = async () => {
    const answer = await appoint.send((commandId) => ({ commandId, name: name.trim(), email: email.trim(), role }));
    if (answer !== null) setDone({ invitation: answer.invitation });
  };
  if (done !== null) {
    return (
      <Invited name={name.trim()} what="is appointed" invitation={done.invitation}>
        <Button onClick={onClose}>Done</Button>
      </Invited>
    );
  }
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
      <Radio.Group
        label="Role"
        value={role}
        onChange={(value) => setRole(roles.find((one) => one.value === value)?.value ?? role)}
      >
        <Stack gap={6} mt={6}>
          {roles.map(({ value, label, says }) => (
            <Radio key={value} value={value} label={label} description={says} />
          ))}
        </Stack>
      </Radio.Group>
      <CommandProblem command={appoint} />
      <Group justify="flex-end" align="flex-start">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <RuledButton
          because={
            name.trim() === '' || email.trim() === '' ? [{ rule: '', says: 'Give a name and an e-mail address.' }] : []
          }
          loading={appoint.saving}
          onClick={() => void send()}
        >
          Appoint
        </RuledButton>
      </Group>
    </Stack>
  );
}
