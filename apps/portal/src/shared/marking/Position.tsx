import type { Scheme } from '@assay/standards';

import { formatInstant } from '../formatting.ts';
import { valueWords } from './apart.ts';
import type { Difference } from './apart.ts';
import classes from './marks.module.css';

interface Props {
  readonly of: Difference['marks'][number]['position'];
  readonly scheme: Scheme;
}

/** Where a marker came to stand in the conference, and why. */
export function Position({ of: position, scheme }: Props) {
  if (position === null) return null;
  return (
    <p className={classes['position']}>
      <strong>In conference: {valueWords(position.value, scheme)}.</strong> {position.reason}
      <br />
      <span className={classes['as']}>{formatInstant(position.at)}</span>
    </p>
  );
}
