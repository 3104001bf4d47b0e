import type { Difference, Rest } from '../../shared/marking/apart.ts';
import { isAchieved } from '../../shared/marking/apart.ts';
import { Marks } from '../../shared/marking/Marks.tsx';
import { Stands } from '../../shared/marking/Stands.tsx';
import type { Wording } from '../../shared/marking/wording.ts';
import { StatusBadge } from '../../shared/StatusBadge.tsx';
import classes from './moderator.module.css';

interface Props {
  readonly of: Difference | Rest;
  readonly wording: Wording;
  readonly onOpen: (source: string) => void;
}

/** What stands on record and how it came about, above the marks that it came from. */
export function MarksRead({ of, wording: { scheme }, onOpen }: Props) {
  return (
    <>
      {of.record !== null && (
        <div className={classes['judged']}>
          <StatusBadge tone={isAchieved(of.record, scheme) ? 'good' : 'attention'}>
            {statusOf(of, isAchieved(of.record, scheme))}
          </StatusBadge>
          <Stands of={of} scheme={scheme} />
        </div>
      )}
      <Marks marks={of.marks} scheme={scheme} own={null} onOpen={onOpen} />
    </>
  );
}

function statusOf({ kind }: Difference | Rest, achieved: boolean): string {
  if (kind === 'gate') return achieved ? 'Met' : 'Not met';
  return achieved ? 'Achieved' : 'Not achieved';
}
