import { PasswordInput, TextInput } from '@mantine/core';

import { CommandProblem } from '../../shared/CommandOutcome.tsx';
import { useDemo } from '../../shared/session.ts';
import type { Proof } from './useProof.ts';

const why = 'Asked again, so that nobody signs at a desk you left.';

/** The proof of who signs or releases: the password, or a code of the authenticator where there is no password. */
export function ProofField({ proof }: { readonly proof: Proof }) {
  const demo = useDemo();
  const { hasPassword, value, set } = proof;
  return (
    <>
      {hasPassword ? (
        <PasswordInput
          label="Your password"
          description={demo?.on === true ? 'In this demonstration it is: assay demo 2026' : why}
          autoComplete="current-password"
          w="min(22rem, 100%)"
          value={value}
          onChange={(event) => set(event.currentTarget.value)}
        />
      ) : (
        <TextInput
          label="Code from your authenticator"
          description={why}
          inputMode="numeric"
          autoComplete="one-time-code"
          w="min(22rem, 100%)"
          value={value}
          onChange={(event) => set(event.currentTarget.value)}
        />
      )}
      <CommandProblem command={proof.prove} />
    </>
  );
}
