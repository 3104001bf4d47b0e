import { Button, Stack } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';

import { CommandProblem } from '../../shared/CommandOutcome.tsx';
import { formatInstant } from '../../shared/formatting.ts';
import { Panel } from '../../shared/Panel.tsx';
import { client, trpc } from '../../shared/server.ts';
import { StatusBadge } from '../../shared/StatusBadge.tsx';
import { useCommand } from '../../shared/useCommand.ts';
import css from './account.module.css';
import { browserIn } from './words.ts';

/** Where the person is signed in; each can be ended from here, at once. */
export function Sessions() {
  const { data: sessions } = useSuspenseQuery(trpc.session.list.queryOptions());
  const revoke = useCommand(client.session.revoke.mutate);
  const revokeOthers = useCommand(() => client.session.revokeOthers.mutate());
  return (
    <Panel title="Where you are signed in">
      <Stack gap="md">
        <ul className={css['sessions']}>
          {sessions.map(({ id, browser, address, signedInAt, current }) => (
            <li key={id}>
              <div>
                <p className={css['where']}>
                  {browserIn(browser)}
                  {current && <StatusBadge tone="open">This one</StatusBadge>}
                </p>
                <p className={css['when']}>
                  Since {formatInstant(signedInAt)}
                  {address !== '' && `, from ${address}`}
                </p>
              </div>
              {!current && (
                <Button
                  variant="default"
                  size="xs"
                  aria-label={`Sign out ${browserIn(browser)}, signed in since ${formatInstant(signedInAt)}`}
                  loading={revoke.saving}
                  onClick={() => void revoke.send(() => ({ session: id }))}
                >
                  Sign out
                </Button>
              )}
            </li>
          ))}
        </ul>
        <CommandProblem command={revoke} />
        <CommandProblem command={revokeOthers} />
        {sessions.length > 1 && (
          <Button
            variant="default"
            style={{ alignSelf: 'start' }}
            loading={revokeOthers.saving}
            onClick={() => void revokeOthers.send(() => undefined)}
          >
            Sign out everywhere else
          </Button>
        )}
      </Stack>
    </Panel>
  );
}
