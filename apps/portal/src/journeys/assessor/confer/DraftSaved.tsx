import { formatTime } from '../../../shared/formatting.ts';
import type { DraftState } from '../../../shared/useDraft.ts';
import classes from './confer.module.css';

/** What became of the letters just typed; only their writer can read them. */
export function DraftSaved({ state, restored }: { readonly state: DraftState; readonly restored: boolean }) {
  return <output className={classes['draft']}>{saysOf(state, restored)}</output>;
}

function saysOf(state: DraftState, restored: boolean): string {
  switch (state.phase) {
    case 'saving':
      return 'Saving the draft…';
    case 'saved':
      return `Draft saved at ${formatTime(state.at)}, for you alone`;
    case 'here':
      return 'Draft kept on this device; the server did not answer';
    case 'idle':
      return restored ? 'You wrote this earlier and have not sent it' : '';
  }
}
