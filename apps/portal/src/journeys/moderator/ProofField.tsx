import { PasswordInput, TextInput } from '@mantine/core';

import { useDemo } from '../../shared/session.ts';

const why = 'Asked again, so that nobody signs at a desk you left.';

type Props = {
  readonly hasPassword: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
};

/** The proof of who signs: the password, or a code of the authenticator where there is no password. */
export function ProofField({ hasPassword, value, onChange }: Props) {
  const demo = useDemo();
  if (!hasPassword) {
    return (
      <TextInput
        label="Code from your authenticator"
        description={why}
        inputMode="numeric"
        autoComplete="one-time-code"
        w="min(22rem, 100%)"
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  }
  return (
    <PasswordInput
      label="Your password"
      description={demo?.on === true ? 'In this demonstration it is: assay demo 2026' : why}
      autoComplete="current-password"
      w="min(22rem, 100%)"
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
