import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { FormEvent } from 'react';

import { Note } from '../../shared/Note.tsx';
import { Page } from '../../shared/Page.tsx';
import { Panel } from '../../shared/Panel.tsx';
import { firstPageOf, sessionChanged } from '../../shared/session.ts';
import { setUpAdministrator, signInWithPassword } from './signingIn.ts';

/** The one-time link of an empty installation: makes the first administrator and signs them in. */
export function SetUpPage() {
  const { token } = useParams({ from: '/setup/$token' });
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const save = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const refused = await setUpAdministrator({ token, name, email, password });
    const signed = refused === null ? await signInWithPassword(email, password) : { says: refused };
    setBusy(false);
    if (typeof signed === 'object') return setProblem(signed.says);
    const me = await sessionChanged();
    await navigate(me ? { to: firstPageOf(me) } : { to: '/sign-in', search: {} });
  };

  return (
    <Page title="Set up Assay" width="narrow" intro="This installation has no administrator yet. The link works once.">
      <Panel>
        <form onSubmit={(event) => void save(event)}>
          <Stack gap="md">
            {problem !== null && <Note tone="bad" title={problem} announced />}
            <TextInput
              label="Your name"
              autoComplete="name"
              required
              withAsterisk={false}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <TextInput
              label="E-mail address"
              type="email"
              autoComplete="username"
              required
              withAsterisk={false}
              value={email}
              onChange={(event) => setEmail(event.currentTarget.value)}
            />
            <PasswordInput
              label="Password"
              description="At least 12 characters. Several words are easier to remember and harder to guess."
              autoComplete="new-password"
              required
              withAsterisk={false}
              value={password}
              onChange={(event) => setPassword(event.currentTarget.value)}
              visibilityToggleButtonProps={{ 'aria-label': 'Show the password', tabIndex: 0 }}
            />
            <Button type="submit" loading={busy} style={{ alignSelf: 'start' }}>
              Make the first administrator
            </Button>
          </Stack>
        </form>
      </Panel>
    </Page>
  );
}
