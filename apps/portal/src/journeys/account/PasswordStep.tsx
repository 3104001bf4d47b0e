import { Button, Group, PasswordInput, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { FormEvent } from 'react';

import { Note } from '../../shared/Note.tsx';

type Props = {
  readonly says: string;
  readonly action: string;
  /** False for somebody who signs in with a sign-on service alone. */
  readonly hasPassword: boolean;
  /** Null when it worked, or why not. */
  readonly ask: (password: string | undefined) => Promise<string | null>;
  readonly onCancel: () => void;
};

/** Asks for the password again before something about signing in is changed. */
export function PasswordStep({ says, action, hasPassword, ask, onCancel }: Props) {
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const refused = await ask(hasPassword ? password : undefined);
    // Where it worked, this step is gone.
    if (refused === null) return;
    setProblem(refused);
    setBusy(false);
  };
  return (
    <form onSubmit={(event) => void send(event)}>
      <Stack gap="md">
        {problem !== null && <Note tone="bad" title={problem} announced />}
        {hasPassword ? (
          <PasswordInput
            data-autofocus
            label="Your password"
            description={says}
            autoComplete="current-password"
            required
            withAsterisk={false}
            w="min(22rem, 100%)"
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            visibilityToggleButtonProps={{ 'aria-label': 'Show the password', tabIndex: 0 }}
          />
        ) : (
          <Text size="sm">{says}</Text>
        )}
        <Group>
          <Button type="submit" loading={busy}>
            {action}
          </Button>
          <Button variant="default" onClick={onCancel}>
            Cancel
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
