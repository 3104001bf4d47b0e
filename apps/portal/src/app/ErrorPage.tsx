import { Button, Group } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { TRPCClientError } from '@trpc/client';

import { LinkButton } from '../shared/LinkButton.tsx';
import { Page } from '../shared/Page.tsx';
import { problemOf, sentenceOf } from '../shared/problems.ts';
import { SignInAgain } from '../shared/SignInAgain.tsx';
import { queryClient } from '../shared/server.ts';
import { NotFoundPage } from './NotFoundPage.tsx';

const codeOf = (error: unknown): unknown =>
  error instanceof TRPCClientError && typeof error.data === 'object' && error.data !== null && 'code' in error.data
    ? error.data.code
    : null;

/** The server's sentence carries the error's id; an error of the page itself shows its own message. */
export function ErrorPage({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  if (codeOf(error) === 'NOT_FOUND') return <NotFoundPage />;
  const problem = problemOf(error);
  const again = () => {
    void queryClient.resetQueries().then(() => {
      reset();
      return router.invalidate();
    });
  };
  return (
    <Page
      title={problem.kind === 'noAnswer' ? 'The server did not answer' : 'This page could not be shown'}
      width="narrow"
    >
      <p>{sentenceOf(problem)}</p>
      <p>Nothing that was saved is lost, and what you typed is kept on this device.</p>
      <Group>
        {problem.kind === 'message' && problem.signedOut ? <SignInAgain /> : <Button onClick={again}>Try again</Button>}
        <LinkButton to="/" variant="default">
          Go to the first page
        </LinkButton>
      </Group>
    </Page>
  );
}
