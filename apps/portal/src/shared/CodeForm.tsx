import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';

import { showCode } from './entering.ts';
import { Note } from './Note.tsx';

type Props = {
  /** Called once the code was right. */
  readonly onPassed: () => Promise<void>;
  readonly action: string;
  /** False while an authenticator is set up: the backup codes prove nothing of it. */
  readonly backup?: boolean;
  /** Beside the button, such as the way back. */
  readonly children?: ReactNode;
};

/** Asks for the code that an authenticator shows, or for a backup code where the phone is not at hand. */
export function CodeForm({ onPassed, action, backup = true, children }: Props) {
  const [kind, setKind] = useState<'authenticator' | 'backup'>('authenticator');
  const [code, setCode] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const send = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    const shown = await showCode(kind, code);
    if (shown.ok) await onPassed();
    else setProblem(shown.says);
    setBusy(false);
  };
  const change = () => {
    setKind(kind === 'backup' ? 'authenticator' : 'backup');
    setCode('');
    setProblem(null);
  };

  return (
    <form onSubmit={(event) => void send(event)}>
      <Stack gap="md">
        {problem !== null && <Note tone="bad" title={problem} announced />}
        {kind === 'authenticator' ? (
          <TextInput
            key="authenticator"
            label="Code from your authenticator"
            description="Six digits, which change every half minute."
            inputMode="numeric"
            autoComplete="one-time-code"
            required
            withAsterisk={false}
            w="min(18rem, 100%)"
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
          />
        ) : (
          <TextInput
            key="backup"
            label="Backup code"
            description="One of those that you kept when you set the authenticator up. Each works once."
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            required
            withAsterisk={false}
            w="min(18rem, 100%)"
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
          />
        )}
        <Group>
          <Button type="submit" loading={busy}>
            {action}
          </Button>
          {backup && (
            <Button variant="default" onClick={change}>
              {kind === 'authenticator' ? 'Use a backup code' : 'Use the authenticator'}
            </Button>
          )}
          {children}
        </Group>
      </Stack>
    </form>
  );
}
