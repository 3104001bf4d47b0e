import { Button, Group, Radio, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';

import { CommandProblem } from '../../shared/CommandOutcome.tsx';
import { RuledButton } from '../../shared/RuledButton.tsx';
import { client } from '../../shared/server.ts';
import type { CohortLine } from '../../shared/server.ts';
import { useCommand } from '../../shared/useCommand.ts';
import { Invited } from '../../shared/Invited.tsx';
import { useRoutes } from './useRoutes.ts';

/** A name, an address and a route; what comes back is the link that the candidate starts with. */
export function Enrol({ cohort, onClose }: { readonly cohort: CohortLine; readonly onClose: () => void }) {
  const routes = useRoutes();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [route, setRoute] = useState<string | null>(null);
  const [done, setDone] = useState<{ readonly name: string; readonly invitation: string | null } | null>(null);
  const enrol = useCommand(client.cohort.enrol.mutate);
  const chosen = route ?? routes[0]?.id ?? '';

  const send = async () => {
    const answer = await enrol.send((commandId) => ({
      commandId,
      cohort: cohort.cohort,
      seen: cohort.version,
      name: name.trim(),
      email: email.trim(),
      route: chosen,
    }));
    if (answer !== null) setDone({ name: name.trim(), invitation: answer.invitation });
  };
  const again = () => {
    setDone(null);
    setName('');
    setEmail('');
    enrol.clear();
  };

  if (done !== null) {
    return (
      <Invited name={done.name} what="is enrolled" invitation={done.invitation}>
        <Button variant="default" onClick={again}>
          Enrol another
        </Button>
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
      <Radio.Group label="Route" value={chosen} onChange={setRoute}>
        <Stack gap={6} mt={6}>
          {routes.map(({ id, title, description }) => (
            <Radio key={id} value={id} label={title} description={description} />
          ))}
        </Stack>
      </Radio.Group>
      <CommandProblem command={enrol} noun="cohort" />
      <Group justify="flex-end" align="flex-start">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <RuledButton
          because={
            name.trim() === '' || email.trim() === '' ? [{ rule: '', says: 'Give a name and an e-mail address.' }] : []
          }
          loading={enrol.saving}
          onClick={() => void send()}
        >
          Enrol
        </RuledButton>
      </Group>
    </Stack>
  );
}
