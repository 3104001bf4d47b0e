import { PasswordInput } from '@mantine/core';

import { useDemo } from '../../shared/session.ts';

/** Asked before anything that carries a name. */
export function PasswordAgain({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (password: string) => void;
}) {
  const demo = useDemo();
  return (
    <PasswordInput
      label="Your password"
      description={
        demo?.on === true
          ? 'In this demonstration it is: assay demo 2026'
          : 'Asked again, so that nobody signs at a desk you left.'
      }
      autoComplete="current-password"
      w="min(22rem, 100%)"
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
