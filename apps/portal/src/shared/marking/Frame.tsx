import type { ReactNode, Ref } from 'react';

import classes from './frame.module.css';

interface Props {
  /** Stays in sight above what scrolls. */
  readonly top?: ReactNode;
  readonly children: ReactNode;
  /** Stays in sight beneath; nothing is ever hidden under it. */
  readonly foot?: ReactNode;
  readonly scroller?: Ref<HTMLDivElement>;
}

/** The decisions' side: what scrolls between what stays. On a phone all of it simply follows on. */
export function Frame({ top, children, foot, scroller }: Props) {
  return (
    <div className={classes['frame']}>
      {top}
      <div className={classes['scroller']} ref={scroller}>
        {children}
      </div>
      {foot !== undefined && <div className={classes['foot']}>{foot}</div>}
    </div>
  );
}
