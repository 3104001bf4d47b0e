import { Button, PasswordInput, Stack } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { FormEvent } from 'react';

import { LinkButton } from '../../shared/LinkButton.tsx';
import { Note } from '../../shared/Note.tsx';
import { Page } from '../../shared/Page.tsx';
import { Panel } from '../../shared/Panel.tsx';
import { useSignOn } from '../../shared/session.ts';
import css from './public.module.css';
import { leaveForSignOn, openInvitation, setFirstPassword } from './signingIn.ts';
import { SignOn } from './SignOn.tsx';

/** Longer rather than stranger: length is what makes a password hard to guess. */
const shortest = 12;

/** Where an invitation leads: the person sets their first password, and then signs in with it. */
export function WelcomePage() {
  const signOn = useSignOn();
  const { token } = useParams({ from: '/welcome/$token' });
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState(false);

  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (password.length < shortest) return setProblem(`The password needs at least ${shortest} characters.`);
    if (password !== again) return setProblem('The two passwords differ.');
    setBusy(true);
    const refused = await setFirstPassword(token, password);
    setBusy(false);
    if (refused !== null) return setProblem(refused);
    setDone(true);
  };

  if (done) {
    return (
      <Page title="Welcome to Assay" width="narrow">
        <Stack gap="md" align="start">
          <Note tone="good" title="Your password is set" announced>
            <p style={{ margin: '0.25rem 0 0' }}>
              Sign in with it and the e-mail address that your invitation was made for. The invitation is used up now.
            </p>
          </Note>
          <LinkButton to="/sign-in" search={{}}>
            Sign in
          </LinkButton>
        </Stack>
      </Page>
    );
  }

  return (
    <Page title="Welcome to Assay" width="narrow" intro="You were invited. Choose a password to open your account.">
      {signOn !== null && (
        <div className={css['invited']}>
          <Panel title={`If ${signOn.name} knows you`}>
            <SignOn
              name={signOn.name}
              ask={async () => (await openInvitation(token)) ?? (await leaveForSignOn(undefined))}
            >
              Then you need no password here, and your account opens at once.
            </SignOn>
          </Panel>
        </div>
      )}
      <Panel>
        <form onSubmit={(event) => void save(event)}>
          <Stack gap="md">
            {problem !== null && <Note tone="bad" title={problem} announced />}
            <PasswordInput
              label="Password"
              description={`At least ${shortest} characters. Several words are easier to remember and harder to guess.`}
              autoComplete="new-password"
              required
              withAsterisk={false}
              value={password}
              onChange={(event) => setPassword(event.currentTarget.value)}
              visibilityToggleButtonProps={{ 'aria-label': 'Show the password', tabIndex: 0 }}
            />
            <PasswordInput
              label="The same password again"
              autoComplete="new-password"
              required
              withAsterisk={false}
              value={again}
              onChange={(event) => setAgain(event.currentTarget.value)}
              visibilityToggleButtonProps={{ 'aria-label': 'Show the repeated password', tabIndex: 0 }}
            />
            <Button type="submit" loading={busy} style={{ alignSelf: 'start' }}>
              Open my account
            </Button>
          </Stack>
        </form>
      </Panel>
    </Page>
  );
}
