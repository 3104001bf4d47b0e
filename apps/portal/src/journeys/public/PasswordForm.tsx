import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { FormEvent } from 'react';

import { useMailed } from '../../shared/session.ts';
import css from './public.module.css';

type Props = { readonly busy: boolean; readonly onSend: (email: string, password: string) => void };

export function PasswordForm({ busy, onSend }: Props) {
  const mailed = useMailed();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const send = (event: FormEvent) => {
    event.preventDefault();
    onSend(email, password);
  };
  return (
    <form onSubmit={send}>
      <Stack gap="md">
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
        <Button type="submit" loading={busy} style={{ alignSelf: 'start' }}>
          Sign in
        </Button>
        {mailed ? (
          <p className={css['small']}>
            Accounts are made by invitation. <Link to="/forgotten">I do not know my password</Link>
          </p>
        ) : (
          <p className={css['small']}>
            Accounts are made by invitation. If yours does not work, ask your training provider.
          </p>
        )}
      </Stack>
    </form>
  );
}
