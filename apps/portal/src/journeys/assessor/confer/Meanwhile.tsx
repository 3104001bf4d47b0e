import type { Scheme } from '@assay/standards';
import { Button, Group, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';

import { valueWords } from '../../../shared/marking/apart.ts';
import { Note } from '../../../shared/Note.tsx';
import classes from './confer.module.css';
import type { Said } from './said.ts';
import type { Mark } from './standing.ts';

interface Props {
  /** What was said while the reader wrote, and by whom. */
  readonly said: NonNullable<Mark['position']>;
  readonly by: string;
  readonly draft: Said;
  readonly scheme: Scheme;
  readonly onKeep: () => void;
  readonly onTake: () => void;
}

/** Somebody was faster: both versions side by side, and neither is lost to the other. */
export function Meanwhile({ said, by, draft, scheme, onKeep, onTake }: Props) {
  const note = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Newer browsers answer with a promise, which is no clean-up.
    note.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div ref={note}>
      <Note tone="attention" title={`${by} said something here while you were writing`} announced>
        <Text size="sm">Nothing was overwritten. Read both, then go on with either.</Text>
        <div className={classes['versions']}>
          <div>
            <p className={classes['version']}>{by}</p>
            <p>
              <strong>{valueWords(said.value, scheme)}.</strong> {said.reason}
            </p>
          </div>
          <div>
            <p className={classes['version']}>You, not sent yet</p>
            <p>
              <strong>{draft.value === null ? 'No score yet' : valueWords(draft.value, scheme)}.</strong> {draft.reason}
            </p>
          </div>
        </div>
        <Group gap="xs" mt="xs">
          <Button size="xs" variant="default" onClick={onKeep}>
            Keep mine
          </Button>
          {draft.value !== said.value && (
            <Button size="xs" variant="default" onClick={onTake}>
              Take {valueWords(said.value, scheme)}, keep my reason
            </Button>
          )}
        </Group>
      </Note>
    </div>
  );
}
