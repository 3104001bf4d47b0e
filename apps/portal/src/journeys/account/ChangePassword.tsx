import { Button, Checkbox, PasswordInput, Stack } from '@mantine/core';
import { useState } from 'react';
import type { FormEvent } from 'react';

import { enter } from '../../shared/entering.ts';
import { Note } from '../../shared/Note.tsx';
import { Panel } from '../../shared/Panel.tsx';
import { queryClient } from '../../shared/server.ts';

const empty = { current: '', chosen: '', again: '' };
const fields = [
  { name: 'current', label: 'Your password now', complete: 'current-password', says: undefined },
  {
    name: 'chosen',
    label: 'New password',
    complete: 'new-password',
    says: 'At least 12 characters. Several words are easier to remember and harder to guess.',
  },
  { name: 'again', label: 'The new password again', complete: 'new-password', says: undefined },
] as const;

/** Another password; with it, the other places where the person is signed in can be signed out. */
export function ChangePassword() {
  const [given, setGiven] = useState(empty);
  const [revokeOtherSessions, setRevoke] = useState(true);
  const [outcome, setOutcome] = useState<{ readonly tone: 'good' | 'bad'; readonly says: string } | null>(null);
  const [busy, setBusy] = useState(false);

  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (given.chosen !== given.again) return setOutcome({ tone: 'bad', says: 'The two new passwords differ.' });
    setBusy(true);
    setOutcome(null);
    const entered = await enter('/api/auth/change-password', {
      currentPassword: given.current,
      newPassword: given.chosen,
      revokeOtherSessions,
    });
    setBusy(false);
    if (!entered.ok) return setOutcome({ tone: 'bad', says: entered.says });
    setGiven(empty);
    setOutcome({ tone: 'good', says: 'Your password is changed' });
    await queryClient.invalidateQueries();
  };

  return (
    <Panel title="Password">
      <form onSubmit={(event) => void save(event)}>
        <Stack gap="md">
          {outcome !== null && <Note tone={outcome.tone} title={outcome.says} announced />}
          {fields.map(({ name, label, complete, says }) => (
            <PasswordInput
              key={name}
              label={label}
              description={says}
              autoComplete={complete}
              required
              withAsterisk={false}
              w="min(26rem, 100%)"
              value={given[name]}
              onChange={(event) => setGiven({ ...given, [name]: event.currentTarget.value })}
              visibilityToggleButtonProps={{ 'aria-label': `Show: ${label}`, tabIndex: 0 }}
            />
          ))}
          <Checkbox
            label="Sign out everywhere else"
            checked={revokeOtherSessions}
            onChange={(event) => setRevoke(event.currentTarget.checked)}
          />
          <Button type="submit" loading={busy} style={{ alignSelf: 'start' }}>
            Change the password
          </Button>
        </Stack>
      </form>
    </Panel>
  );
}
