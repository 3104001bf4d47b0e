import { Stack } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';

import { Note } from '../../shared/Note.tsx';
import { Page } from '../../shared/Page.tsx';
import { trpc } from '../../shared/server.ts';
import { firstPageOf, sessionChanged, useMe } from '../../shared/session.ts';
import { ChangePassword } from './ChangePassword.tsx';
import { SecondFactor } from './SecondFactor.tsx';
import { Sessions } from './Sessions.tsx';
import { waiting } from './words.ts';

/** How a person signs in, and where they are signed in. For some it is the first page: their role waits for a second factor. */
export function AccountPage() {
  const { data: account } = useSuspenseQuery(trpc.session.account.queryOptions());
  const me = useMe();
  const { to } = useSearch({ from: '/account' });
  const navigate = useNavigate();
  const missing = account.secondFactor === 'missing';

  /** The roles are there now: on to the page that was asked for, or to the first one. */
  const goOn = async () => {
    const now = await sessionChanged();
    if (!missing || now === null || now.secondFactor === 'missing') return;
    await (to === undefined ? navigate({ to: firstPageOf(now) }) : navigate({ href: to }));
  };

  return (
    <Page title="Your account" width="narrow" intro={account.person.email}>
      <Stack gap="lg">
        {missing && (
          <Note tone="attention" title={waiting(me?.withheld ?? [])}>
            <p style={{ margin: '0.25rem 0 0' }}>
              {account.backupCodes === null
                ? 'It asks for a second factor: besides the password, a code that only your phone shows. Set it up here; it takes two minutes.'
                : 'Enter a code from your authenticator, and everything of yours is open.'}
            </p>
          </Note>
        )}
        <SecondFactor account={account} onPassed={goOn} />
        {account.hasPassword && !(missing && account.backupCodes !== null) && <ChangePassword />}
        <Sessions />
      </Stack>
    </Page>
  );
}
