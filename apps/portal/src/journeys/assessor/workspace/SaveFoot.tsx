import { Button } from '@mantine/core';
import type { ReactNode } from 'react';

import { sourceName } from '../../../shared/marking/sources.ts';
import { scaleName } from '../../../shared/marking/wording.ts';
import type { Wording } from '../../../shared/marking/wording.ts';
import type { Draft } from './draft.ts';
import classes from './form.module.css';
import type { Asked } from './support.ts';

interface Props {
  readonly draft: Draft;
  readonly wording: Wording;
  readonly asked: readonly Asked[];
  /** What the last save came to; read out as it changes. */
  readonly told: string;
  readonly saving: boolean;
  /** What the server said against the last save, with what can be done about it. */
  readonly trouble: ReactNode;
  readonly onSave: () => void;
}

/** What the judgement says so far, what the rules still ask of it, and the button that saves it. */
export function SaveFoot({ draft, wording, asked, told, saving, trouble, onSave }: Props) {
  const ready = asked.length === 0;
  const { score, evidence } = draft;
  return (
    <div className={classes['foot']}>
      {trouble}
      <output className={classes['told']}>{told}</output>
      <div className={classes['footRow']}>
        <ul className={classes['asked']} id="still-asked" aria-label="What is still asked">
          {(score !== null || evidence.length > 0) && (
            <li className={classes['now']}>
              {score === null ? 'No score' : `${score} ${scaleName(wording.scheme, score)}`}
              {evidence.length > 0 && `, resting on ${evidence.map(sourceName).join(', ')}`}
            </li>
          )}
          {ready ? (
            <li>Complete. R1 and R3 are met.</li>
          ) : (
            asked.map(({ rule, says }) => (
              <li key={`${rule}${says}`}>
                <span className={classes['rule']}>{rule}</span> {says}
              </li>
            ))
          )}
        </ul>
        <Button
          onClick={onSave}
          loading={saving}
          aria-disabled={!ready}
          {...(!ready && { 'data-disabled': true })}
          aria-describedby="still-asked"
          aria-keyshortcuts="Control+Enter"
        >
          Save judgement
        </Button>
      </div>
    </div>
  );
}
