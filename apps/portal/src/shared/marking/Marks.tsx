import type { Scheme } from '@assay/standards';
import { Button, VisuallyHidden } from '@mantine/core';

import { StatusBadge } from '../StatusBadge.tsx';
import { isAchieved, markerWords, valueWords } from './apart.ts';
import type { Difference, Given } from './apart.ts';
import classes from './marks.module.css';
import { Position } from './Position.tsx';
import { sourceName } from './sources.ts';

interface Props {
  readonly marks: readonly (Given | Difference['marks'][number])[];
  readonly scheme: Scheme;
  /** As which marker the reader marked; null for whoever did not. */
  readonly own: string | null;
  /** Opens a source to read; without it, sources are named only. */
  readonly onOpen?: ((source: string) => void) | undefined;
}

/** Two or three marks of one standard or gate side by side, each with its reason and evidence, and where its marker came to stand. */
export function Marks({ marks, scheme, own, onOpen }: Props) {
  return (
    <ul className={classes['marks']}>
      {marks.map((given) => (
        <li key={given.marker} className={classes['mark']} data-own={given.marker === own || undefined}>
          <p className={classes['who']}>{given.marker === own ? 'You' : given.assessorName}</p>
          <p className={classes['as']}>{markerWords[given.marker]}</p>
          <p className={classes['value']}>
            <strong>{valueWords(given.mark, scheme)}</strong>
            {typeof given.mark === 'number' && (
              <StatusBadge tone={isAchieved(given.mark, scheme) ? 'good' : 'attention'}>
                {isAchieved(given.mark, scheme) ? 'Achieved' : 'Not achieved'}
              </StatusBadge>
            )}
          </p>
          <p className={classes['reason']}>{given.reason}</p>
          {given.evidence.length > 0 && (
            <div className={classes['sources']}>
              <span>Rests on</span>
              {given.evidence.map((source) =>
                onOpen === undefined ? (
                  <span key={source}>{sourceName(source)}</span>
                ) : (
                  <Button key={source} size="compact-sm" variant="default" onClick={() => onOpen(source)}>
                    <VisuallyHidden>Open </VisuallyHidden>
                    {sourceName(source)}
                  </Button>
                ),
              )}
            </div>
          )}
          {'position' in given && <Position of={given.position} scheme={scheme} />}
        </li>
      ))}
    </ul>
  );
}
