import { Button, CopyButton, Stack, Text } from '@mantine/core';

import css from './account.module.css';

/** Shown once, right after they were made. */
export function BackupCodes({ codes }: { codes: readonly string[] }) {
  return (
    <Stack gap="sm" align="start">
      <Text size="sm">
        Keep these codes where you find them without your phone: printed, or in a password manager. Each signs you in
        once. They are not shown again.
      </Text>
      <ul className={css['codes']} aria-label="Backup codes">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <CopyButton value={codes.join('\n')}>
        {({ copied, copy }) => (
          <Button variant="default" size="xs" onClick={copy}>
            {copied ? 'Copied' : 'Copy the codes'}
          </Button>
        )}
      </CopyButton>
    </Stack>
  );
}
