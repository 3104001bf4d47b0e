import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { FormEvent } from 'react';

import { Note } from '../../shared/Note.tsx';
import { Page } from '../../shared/Page.tsx';
import { Panel } from '../../shared/Panel.tsx';
import { firstPageOf, sessionChanged, useDemo } from '../../shared/session.ts';
import { DemoPeople } from './DemoPeople.tsx';
import css from './public.module.css';
import { signInAsDemoPerson, signInWithPassword } from './signingIn.ts';

/** E-mail and password; in a demonstration also its people, one click each. */
export function SignInPage() {
  const demo = useDemo();
  const navigate = useNavigate();
  const { to } = useSearch({ from: '/sign-in' });
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState<string | null>(null);

  const enter = async (who: string, ask: () => Promise<string | null>) => {
    setBusy(who);
    setProblem(null);
    const refused = await ask();
    if (refused !== null) {
      setProblem(refused);
      setBusy(null);
      return;
    }
    const me = await sessionChanged();
    await (to === undefined ? navigate({ to: me ? firstPageOf(me) : '/' }) : navigate({ href: to }));
  };

  const withPassword = (event: FormEvent) => {
    event.preventDefault();
    void enter('password', () => signInWithPassword(email, password));
  };

  return (
    <Page
      title="Sign in"
      width={demo?.on === true ? 'normal' : 'narrow'}
      {...(to !== undefined && { intro: 'Sign in to open the page you asked for. You are taken there afterwards.' })}
    >
      <div className={demo?.on === true ? css['signIn'] : undefined}>
        <Panel title="Your account">
          <form onSubmit={withPassword}>
            <Stack gap="md">
              {problem !== null && <Note tone="bad" title={problem} announced />}
              <TextInput
                label="E-mail address"
                type="email"
                name="email"
                autoComplete="username"
                required
                withAsterisk={false}
                value={email}
                onChange={(event) => setEmail(event.currentTarget.value)}
              />
              <PasswordInput
                label="Password"
                name="password"
                autoComplete="current-password"
                required
                withAsterisk={false}
                value={password}
                onChange={(event) => setPassword(event.currentTarget.value)}
                visibilityToggleButtonProps={{ 'aria-label': 'Show the password', tabIndex: 0 }}
              />
              <Button type="submit" loading={busy === 'password'} style={{ alignSelf: 'start' }}>
                Sign in
              </Button>
              <p className={css['small']}>
                Accounts are made by invitation. If yours does not work, ask your training provider.
              </p>
            </Stack>
          </form>
        </Panel>
        {demo?.on === true && (
          <DemoPeople
            people={demo.people}
            busy={busy}
            onChoose={(person) => void enter(person, () => signInAsDemoPerson(person))}
          />
        )}
      </div>
    </Page>
  );
}
