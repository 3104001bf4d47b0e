import { Button } from '@mantine/core';
import type { ButtonProps } from '@mantine/core';
import { useId } from 'react';
import type { ReactNode } from 'react';

import type { Refusal } from './problems.ts';
import css from './shared.module.css';

type Props = ButtonProps & {
  /** What stands against it now; empty when it can be pressed. */
  readonly because: readonly Refusal[];
  readonly onClick?: () => void;
  readonly type?: 'button' | 'submit';
  readonly children: ReactNode;
};

/**
 * A button that explains itself. While a rule stands against it, it does nothing, but it can still be
 * reached by keyboard, and the rule's sentence stands beneath and is read out with it.
 */
export function RuledButton({ because, onClick, type = 'button', children, ...rest }: Props) {
  const id = useId();
  const stopped = because.length > 0;
  return (
    <div>
      <Button
        {...rest}
        type={stopped ? 'button' : type}
        aria-disabled={stopped}
        {...(stopped ? { 'data-disabled': true, 'aria-describedby': id } : {})}
        onClick={() => {
          if (!stopped) onClick?.();
        }}
      >
        {children}
      </Button>
      {stopped && (
        <div id={id} style={{ marginTop: 6, fontSize: '0.875rem', maxWidth: '40rem' }}>
          {because.map(({ rule, says }, index) => (
            <p key={`${rule}-${index}`} style={{ margin: 0 }}>
              {says} {rule !== '' && <span className={css['rule']}>Rule {rule}</span>}
            </p>
          ))}
        </div>
      )}
    </div>
  );
}
