import type { ReactNode } from 'react';

import css from './shared.module.css';
import { Shape } from './Shape.tsx';
import type { Tone } from './Shape.tsx';

type Props = {
  readonly tone?: Tone;
  readonly title?: string;
  /** True where the note appears as an answer to what the person just did. */
  readonly announced?: boolean;
  readonly children?: ReactNode;
};

/** A remark set apart from the text, told by shape and word as well as by colour. */
export function Note({ tone = 'neutral', title, announced = false, children }: Props) {
  return (
    <div className={`${css['note']} ${css[tone]}`} role={announced ? 'alert' : undefined}>
      {title !== undefined && (
        <p className={css['noteTitle']} style={{ margin: 0, display: 'flex', gap: '0.5rem', alignItems: 'center' }}>
          <Shape tone={tone} />
          <span>{title}</span>
        </p>
      )}
      {children}
    </div>
  );
}
