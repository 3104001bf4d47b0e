import { VisuallyHidden } from '@mantine/core';
import { IconCheck, IconClock, IconPencil } from '@tabler/icons-react';

import { valueWords } from '../../../shared/marking/apart.ts';
import type { Difference } from '../../../shared/marking/apart.ts';
import type { Wording } from '../../../shared/marking/wording.ts';
import classes from './confer.module.css';
import { sidesOf, standingOf } from './standing.ts';

interface Props {
  readonly differences: readonly Difference[];
  readonly own: string;
  readonly wording: Wording;
  readonly current: string;
  readonly onPoint: (place: string) => void;
}

/** The points that the two confer on, each with both marks and whose turn it is. */
export function Points({ differences, own, wording, current, onPoint }: Props) {
  return (
    <nav aria-label="Where your marks lie apart">
      <ol className={classes['points']}>
        {differences.map((one) => (
          <li key={one.place}>
            <button
              type="button"
              className={classes['point']}
              aria-current={one.place === current ? 'step' : undefined}
              onClick={() => onPoint(one.place)}
            >
              <span className={classes['code']}>{one.place}</span>
              <Turn of={one} own={own} wording={wording} />
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Turn({ of, own, wording }: { readonly of: Difference; readonly own: string; readonly wording: Wording }) {
  const { theirs } = sidesOf(of, own);
  switch (standingOf(of, own)) {
    case 'agreed':
      return (
        <span className={classes['turn']}>
          <IconCheck size={14} stroke={2.5} aria-hidden />
          {of.record === null ? 'Agreed' : `Agreed: ${valueWords(of.record, wording.scheme)}`}
        </span>
      );
    case 'waits':
      return (
        <span className={classes['turn']}>
          <IconClock size={14} aria-hidden />
          Their turn<VisuallyHidden>: {theirs?.assessorName} has not said yet</VisuallyHidden>
        </span>
      );
    default:
      return (
        <span className={classes['turn']} data-mine="true">
          <IconPencil size={14} aria-hidden />
          Your turn
        </span>
      );
  }
}
