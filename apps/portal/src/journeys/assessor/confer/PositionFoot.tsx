import { Button } from '@mantine/core';

import { ProblemNote } from '../../../shared/CommandOutcome.tsx';
import { valueWords } from '../../../shared/marking/apart.ts';
import type { Value } from '../../../shared/marking/apart.ts';
import type { Wording } from '../../../shared/marking/wording.ts';
import classes from './confer.module.css';
import type { Mark } from './standing.ts';
import type { ComingPosition } from './usePosition.ts';

interface Props {
  readonly position: ComingPosition;
  readonly theirs: Mark | null;
  readonly wording: Wording;
  /** What the last position came to; read out as it changes. */
  readonly told: string;
}

/** What the rules still ask, or what a press of the button brings, and the button. */
export function PositionFoot({ position, theirs, wording, told }: Props) {
  const { asked, said, saving, send, problem, retry } = position;
  const ready = asked.length === 0;
  return (
    <div className={classes['foot']}>
      <ProblemNote problem={problem} noun="conference" onRetry={() => void retry()} />
      <output className={classes['told']}>{told}</output>
      <div className={classes['footRow']}>
        <ul className={classes['asked']} id="still-asked" aria-label="What is still asked">
          {ready && said.value !== null ? (
            <li>{whatItBrings(said.value, theirs, wording)}</li>
          ) : (
            asked.map(({ rule, says }) => (
              <li key={says}>
                {rule !== '' && <strong>{rule} </strong>}
                {says}
              </li>
            ))
          )}
        </ul>
        <Button
          onClick={() => void send()}
          loading={saving}
          aria-disabled={!ready}
          {...(!ready && { 'data-disabled': true })}
          aria-describedby="still-asked"
          aria-keyshortcuts="Control+Enter"
        >
          Say where I stand
        </Button>
      </div>
    </div>
  );
}

/** What a press of the button would do, said before it is pressed. */
function whatItBrings(value: Value, theirs: Mark | null, { scheme }: Wording): string {
  if (theirs === null) return '';
  const { position, assessorName } = theirs;
  if (position === null) return `${assessorName} has not said yet; then it is their turn.`;
  return position.value === value
    ? `${assessorName} stands there too: this settles it at ${valueWords(value, scheme)}.`
    : `${assessorName} stands on ${valueWords(position.value, scheme)}, so it stays open.`;
}
