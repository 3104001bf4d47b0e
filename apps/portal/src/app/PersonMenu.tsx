import { Button, Popover, SegmentedControl, Stack, useMantineColorScheme } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';

import { LinkButton } from '../shared/LinkButton.tsx';
import type { Me } from '../shared/server.ts';
import { sessionChanged } from '../shared/session.ts';
import css from './shell.module.css';

const schemes = [
  { value: 'auto', label: 'System' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const;

/** Who is signed in, the colours, and the way out. */
export function PersonMenu({ me }: { me: Me | null }) {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [opened, { toggle, close }] = useDisclosure();
  const navigate = useNavigate();

  const choose = (chosen: string) => {
    const scheme = schemes.find(({ value }) => value === chosen);
    if (scheme) setColorScheme(scheme.value);
  };

  const signOut = async () => {
    await fetch('/api/auth/sign-out', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    await sessionChanged();
    close();
    await navigate({ to: '/sign-in', search: {} });
  };

  return (
    <Popover
      opened={opened}
      onChange={close}
      position="bottom-end"
      width={260}
      withinPortal={false}
      trapFocus
      returnFocus
      shadow="md"
    >
      <Popover.Target>
        <Button variant="default" onClick={toggle} className={css['person'] ?? ''}>
          <span className={css['personName']}>{me?.person.name ?? 'Colours'}</span>
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={me === null ? 'Colours' : 'You'}>
        <Stack gap="sm">
          {me !== null && <span className={css['email']}>{me.person.email}</span>}
          <SegmentedControl aria-label="Colours" fullWidth value={colorScheme} onChange={choose} data={[...schemes]} />
          {me !== null && (
            <LinkButton to="/account" search={{}} variant="default" onClick={close}>
              Your account
            </LinkButton>
          )}
          {me !== null && (
            <Button variant="default" onClick={() => void signOut()}>
              Sign out
            </Button>
          )}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
