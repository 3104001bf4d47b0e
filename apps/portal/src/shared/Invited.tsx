import { Button, CopyButton, Group, Stack, Text, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';

import { Note } from './Note.tsx';

interface Props {
  readonly name: string;
  /** "is enrolled", "is appointed". */
  readonly what: string;
  /** Null where the person is known already and signs in as before. */
  readonly invitation: string | null;
  readonly children: ReactNode;
}

/** What to hand over to a person who is new. The link is shown once; the product sends no mail by itself. */
export function Invited({ name, what, invitation, children }: Props) {
  const link = invitation === null ? null : new URL(invitation, window.location.origin).href;
  return (
    <Stack>
      <Note tone="good" title={`${name} ${what}`} announced>
        <Text size="sm">
          {link === null
            ? 'This person is known already and signs in as before.'
            : 'Hand this link over. With it, the person sets a password and signs in.'}
        </Text>
      </Note>
      {link !== null && (
        <Group align="flex-end" gap="xs">
          <TextInput
            label="Invitation link"
            readOnly
            value={link}
            style={{ flex: 1 }}
            onFocus={(event) => event.currentTarget.select()}
          />
          <CopyButton value={link}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy}>
                {copied ? 'Copied' : 'Copy link'}
              </Button>
            )}
          </CopyButton>
        </Group>
      )}
      <Group justify="flex-end">{children}</Group>
    </Stack>
  );
}
