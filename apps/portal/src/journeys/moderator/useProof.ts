import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { client, trpc } from '../../shared/server.ts';
import { useCommand } from '../../shared/useCommand.ts';

/** The proof of who acts, for what carries a name: a password sent with the command, or a code that is taken before it. */
export function useProof() {
  const [proof, setProof] = useState('');
  // Whoever signs in with a sign-on service alone proves with a code who they are.
  const hasPassword = useQuery(trpc.session.account.queryOptions()).data?.hasPassword ?? true;
  const prove = useCommand(client.session.reauthenticate.mutate, { reload: [] });
  return {
    given: proof !== '',
    field: { hasPassword, value: proof, onChange: setProof },
    prove,
    clear: () => setProof(''),
    /** What to send with the command; null where the code was not taken. */
    async shown(): Promise<{ readonly password?: string } | null> {
      if (hasPassword) return { password: proof };
      return (await prove.send(() => ({ totp: proof }))) === null ? null : {};
    },
  };
}
