import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { client, trpc } from '../../shared/server.ts';
import { useCommand } from '../../shared/useCommand.ts';

/** What somebody shows before they sign or release: their password, or a code where they have none. */
export function useProof() {
  const [value, setValue] = useState('');
  // Whoever signs in with a sign-on service alone proves with a code who they are.
  const hasPassword = useQuery(trpc.session.account.queryOptions()).data?.hasPassword ?? true;
  const prove = useCommand(client.session.reauthenticate.mutate, { reload: [] });
  return {
    hasPassword,
    value,
    set: setValue,
    clear: () => setValue(''),
    given: value !== '',
    saving: prove.saving,
    prove,
    /** What goes with the command: the password, or nothing once a code was taken; null where it was not. */
    show: async (): Promise<{ password?: string } | null> => {
      if (hasPassword) return { password: value };
      return (await prove.send(() => ({ totp: value }))) === null ? null : {};
    },
  };
}

export type Proof = ReturnType<typeof useProof>;
