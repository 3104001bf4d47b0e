import { Button } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';

import { CodeForm } from '../../shared/CodeForm.tsx';
import { Note } from '../../shared/Note.tsx';
import { Page } from '../../shared/Page.tsx';
import { Panel } from '../../shared/Panel.tsx';
import { firstPageOf, sessionChanged, useDemo, useSignOn } from '../../shared/session.ts';
import { DemoPeople } from './DemoPeople.tsx';
import { PasswordForm } from './PasswordForm.tsx';
import css from './public.module.css';
import { leaveForSignOn, signInAsDemoPerson, signInWithPassword, signOnProblem } from './signingIn.ts';
import type { Signed } from './signingIn.ts';
import { SignOn } from './SignOn.tsx';

/** E-mail and password, then a code where one is asked for; in a demonstration also its people, one click each. */
export function SignInPage() {
  const demo = useDemo();
  const signOn = useSignOn();
  const navigate = useNavigate();
  const { to, error } = useSearch({ from: '/sign-in' });
  const [problem, setProblem] = useState<string | null>(error === undefined ? null : signOnProblem(error));
  const [busy, setBusy] = useState<string | null>(null);
  const [codeAsked, setCodeAsked] = useState(false);

  const goOn = async () => {
    const me = await sessionChanged();
    await (to === undefined ? navigate({ to: me ? firstPageOf(me) : '/' }) : navigate({ href: to }));
  };
  const enter = async (who: string, ask: () => Promise<Signed>) => {
    setBusy(who);
    setProblem(null);
    const signed = await ask();
    if (signed === 'in') return goOn();
    if (signed === 'codeAsked') setCodeAsked(true);
    else setProblem(signed.says);
    setBusy(null);
  };

  if (codeAsked) {
    return (
      <Page title="One more step" width="narrow" intro="Your password was right. Now show that your phone is at hand.">
        <Panel title="Second factor">
          <CodeForm action="Sign in" onPassed={goOn}>
            <Button variant="default" onClick={() => setCodeAsked(false)}>
              Back
            </Button>
          </CodeForm>
        </Panel>
      </Page>
    );
  }
  return (
    <Page
      title="Sign in"
      width={demo?.on === true ? 'normal' : 'narrow'}
      {...(to !== undefined && { intro: 'Sign in to open the page you asked for. You are taken there afterwards.' })}
    >
      <div className={demo?.on === true ? css['signIn'] : undefined}>
        <Panel title="Your account">
          {problem !== null && (
            <div className={css['problem']}>
              <Note tone="bad" title={problem} announced />
            </div>
          )}
          {signOn !== null && (
            <div className={css['signOn']}>
              <SignOn name={signOn.name} ask={() => leaveForSignOn(to)} />
            </div>
          )}
          <PasswordForm
            busy={busy === 'password'}
            onSend={(email, password) => void enter('password', () => signInWithPassword(email, password))}
          />
        </Panel>
        {demo?.on === true && (
          <DemoPeople
            people={demo.people}
            busy={busy}
            onChoose={(person) => void enter(person, () => signInAsDemoPerson(person))}
          />
        )}
      </div>
    </Page>
  );
}
