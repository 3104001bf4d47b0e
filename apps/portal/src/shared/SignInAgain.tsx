import { useLocation } from '@tanstack/react-router';

import { LinkButton } from './LinkButton.tsx';

/** The session ended meanwhile: the way in, and back to where the person is. What they typed is kept. */
export function SignInAgain() {
  const href = useLocation({ select: (location) => location.href });
  return (
    <LinkButton to="/sign-in" search={{ to: href }} variant="default">
      Sign in again
    </LinkButton>
  );
}
