import { VisuallyHidden } from '@mantine/core';

import type { AreaResult } from '../../shared/marking/view.ts';
import classes from './moderator.module.css';

/** A profile in six small boxes: the area's code, its lowest score, a dashed edge where it is not achieved. */
export function SmallProfile({ profile }: { readonly profile: readonly AreaResult[] }) {
  return (
    <span className={classes['profile']}>
      {profile.map(({ area, achieved, minimum }) => (
        <span key={area} className={classes['area']} data-achieved={achieved}>
          <span>{area}</span>
          <strong>
            {minimum ?? '–'}
            {!achieved && <span aria-hidden="true"> ✕</span>}
          </strong>
          <VisuallyHidden>{achieved ? 'achieved' : 'not achieved'}; </VisuallyHidden>
        </span>
      ))}
    </span>
  );
}
