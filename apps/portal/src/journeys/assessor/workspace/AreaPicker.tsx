import { VisuallyHidden } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';

import classes from './navigator.module.css';

export interface AreaProgress {
  readonly id: string;
  readonly title: string;
  readonly done: number;
  readonly all: number;
}

interface Props {
  readonly areas: readonly AreaProgress[];
  readonly current: string | undefined;
  /** "judged", "covered": what the count counts. */
  readonly counted: string;
  readonly onPick: (area: string) => void;
}

/** The areas in a row, each with how far it is; the full titles are for the ear and the pointer. */
export function AreaPicker({ areas, current, counted, onPick }: Props) {
  return (
    <ul className={classes['areas']}>
      {areas.map(({ id, title, done, all }) => (
        <li key={id}>
          <button
            type="button"
            className={classes['area']}
            aria-current={id === current ? 'true' : undefined}
            title={title}
            onClick={() => onPick(id)}
          >
            <span className={classes['areaCode']}>{id}</span>{' '}
            <span className={classes['areaCount']}>
              {done} of {all}
              {done === all && <IconCheck size={14} stroke={2.5} aria-hidden />}
            </span>
            <VisuallyHidden>
              {' '}
              {counted}, {title}
            </VisuallyHidden>
          </button>
        </li>
      ))}
    </ul>
  );
}
