import { Button } from '@mantine/core';

import { Note } from '../../shared/Note.tsx';
import css from './evidence.module.css';

type Props = { readonly mine: string; readonly theirs: string; readonly onTake: () => void };

/** Both sides of a clash: what is typed here stays in the form, what was saved elsewhere stands here. */
export function NewerText({ mine, theirs, onTake }: Props) {
  if (mine === theirs) return null;
  return (
    <Note tone="attention" title="The account was saved elsewhere meanwhile">
      <details>
        <summary>Show the text that was saved elsewhere</summary>
        <div className={css['theirs']}>{theirs}</div>
      </details>
      <Button size="xs" variant="default" mt="xs" onClick={onTake}>
        Take that text instead of mine
      </Button>
    </Note>
  );
}
