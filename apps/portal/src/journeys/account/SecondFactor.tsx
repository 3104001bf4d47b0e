import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';

import { CodeForm } from '../../shared/CodeForm.tsx';
import { enter } from '../../shared/entering.ts';
import { counted } from '../../shared/formatting.ts';
import { Note } from '../../shared/Note.tsx';
import { Panel } from '../../shared/Panel.tsx';
import { queryClient } from '../../shared/server.ts';
import type { RouterOutputs } from '../../shared/server.ts';
import { StatusBadge } from '../../shared/StatusBadge.tsx';
import { BackupCodes } from './BackupCodes.tsx';
import { ConfirmAuthenticator } from './ConfirmAuthenticator.tsx';
import { PasswordStep } from './PasswordStep.tsx';
import { codesIn, setUpIn } from './setUp.ts';
import type { SetUp } from './setUp.ts';

type Account = RouterOutputs['session']['account'];
type Step = 'none' | 'begin' | 'replace' | 'turnOff';

type Props = {
  readonly account: Account;
  /** Called once this session has passed the second factor, or lost it. */
  readonly onPassed: () => Promise<void>;
};

/** The authenticator: set up, used, its backup codes made anew, turned off. */
export function SecondFactor({ account, onPassed }: Props) {
  const { backupCodes, secondFactor, hasPassword } = account;
  const [step, setStep] = useState<Step>('none');
  const [setUp, setSetUp] = useState<SetUp | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);

  const begin = async (password: string | undefined) => {
    const entered = await enter('/api/auth/two-factor/enable', { password });
    if (!entered.ok) return entered.says;
    setSetUp(setUpIn(entered.data));
    setStep('none');
    return null;
  };
  const replace = async (password: string | undefined) => {
    const entered = await enter('/api/auth/two-factor/generate-backup-codes', { password });
    if (!entered.ok) return entered.says;
    setCodes(codesIn(entered.data));
    setStep('none');
    await queryClient.invalidateQueries();
    return null;
  };
  const turnOff = async (password: string | undefined) => {
    const entered = await enter('/api/auth/two-factor/disable', { password });
    if (!entered.ok) return entered.says;
    setStep('none');
    setCodes(null);
    await onPassed();
    return null;
  };
  const confirmed = async () => {
    setSetUp(null);
    await onPassed();
  };
  const steps = {
    begin: { ask: begin, action: 'Go on', says: 'First, so that nobody else does this at your desk.' },
    replace: { ask: replace, action: 'Make new codes', says: 'The codes that you have now stop working.' },
    turnOff: { ask: turnOff, action: 'Turn it off', says: 'From then on your password alone signs you in.' },
  } as const;

  return (
    <Panel title="Second factor">
      {step !== 'none' ? (
        <PasswordStep {...steps[step]} hasPassword={hasPassword} onCancel={() => setStep('none')} />
      ) : setUp !== null ? (
        <ConfirmAuthenticator setUp={setUp} onPassed={confirmed} onCancel={() => setSetUp(null)} />
      ) : backupCodes === null ? (
        <Stack gap="md" align="start">
          <Text size="sm">
            An authenticator app on your phone shows a code that changes every half minute. With it, somebody who learns
            your password still cannot sign in as you. Any authenticator app will do.
          </Text>
          <Button onClick={() => setStep('begin')}>Set up an authenticator</Button>
        </Stack>
      ) : secondFactor === 'missing' ? (
        <CodeForm action="Go on" onPassed={onPassed} />
      ) : (
        <Stack gap="md" align="start">
          <Group gap="sm">
            <StatusBadge tone="good">On</StatusBadge>
            <Text size="sm">{counted(backupCodes, 'backup code is left', 'backup codes are left')}.</Text>
          </Group>
          {backupCodes < 3 && codes === null && (
            <Note tone="attention" title="Make new backup codes before the last one is used" />
          )}
          {codes !== null && <BackupCodes codes={codes} />}
          <Group>
            <Button variant="default" onClick={() => setStep('replace')}>
              New backup codes
            </Button>
            <Button variant="default" onClick={() => setStep('turnOff')}>
              Turn off
            </Button>
          </Group>
        </Stack>
      )}
    </Panel>
  );
}
