import { Button, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';

import { Note } from '../../shared/Note.tsx';
import { Page } from '../../shared/Page.tsx';
import { Panel } from '../../shared/Panel.tsx';
import { trpc } from '../../shared/server.ts';
import css from './public.module.css';

/** For somebody without a password that they know: a link to choose another, by mail. */
export function ForgottenPage() {
  const [email, setEmail] = useState('');
  const asking = useMutation(trpc.session.forgot.mutationOptions());
  const back = (
    <Link to="/sign-in" search={{}}>
      Back to signing in
    </Link>
  );
  if (asking.data?.mailed === true) {
    return (
      <Page title="Look at your mail" width="narrow">
        <Panel>
          <Stack gap="md">
            <Note tone="good" title={`If ${email} is known here, a link is on its way.`} announced>
              <p className={css['small']}>
                It works once, for seven days. It can take a minute; look among the unwanted mail too. Asked for again
                within ten minutes, no second one is sent.
              </p>
            </Note>
            {back}
          </Stack>
        </Panel>
      </Page>
    );
  }
  const problem =
    asking.data?.mailed === false
      ? 'No mail is sent from here. Ask your training provider for a new invitation.'
      : (asking.error?.message ?? null);
  return (
    <Page title="A new password" width="narrow" intro="We send you a link with which you choose one.">
      <Panel>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            asking.mutate({ email });
          }}
        >
          <Stack gap="md">
            {problem !== null && <Note tone="bad" title={problem} announced />}
            <TextInput
              label="E-mail address"
              description="The one to which you were invited."
              type="email"
              name="email"
              autoComplete="username"
              required
              withAsterisk={false}
              value={email}
              onChange={(event) => setEmail(event.currentTarget.value)}
            />
            <Button type="submit" loading={asking.isPending} style={{ alignSelf: 'start' }}>
              Send the link
            </Button>
            {back}
          </Stack>
        </form>
      </Panel>
    </Page>
  );
}
