import { Button, Stack } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';

import { Note } from '../../shared/Note.tsx';
import css from './public.module.css';

type Props = {
  readonly name: string;
  /** Leaves for the service; answers only where that does not work, with why. */
  readonly ask: () => Promise<string | null>;
  readonly children?: ReactNode;
};

/** The way over the organisation's own sign-on service. */
export function SignOn({ name, ask, children }: Props) {
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const leave = async () => {
    setBusy(true);
    const refused = await ask();
    setProblem(refused);
    // Without a refusal the browser is on its way, and the button waits with it.
    if (refused !== null) setBusy(false);
  };
  return (
    <Stack gap="sm" align="start">
      {problem !== null && <Note tone="bad" title={problem} announced />}
      <Button variant="default" loading={busy} onClick={() => void leave()}>
        Sign in with {name}
      </Button>
      {children !== undefined && <p className={css['small']}>{children}</p>}
    </Stack>
  );
}
