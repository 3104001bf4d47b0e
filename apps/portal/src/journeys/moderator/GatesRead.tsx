import type { ReviewView } from '../../shared/marking/view.ts';
import type { Wording } from '../../shared/marking/wording.ts';
import { StatusBadge } from '../../shared/StatusBadge.tsx';
import type { Marked } from './marked.ts';
import { MarksRead } from './MarksRead.tsx';
import classes from './moderator.module.css';

interface Props {
  readonly view: ReviewView;
  readonly wording: Wording;
  readonly marked: Marked | null;
}

/** Gates and waivers as they were judged. */
export function GatesRead({ view, wording, marked }: Props) {
  const waived = Object.entries(view.coverage).filter(([, { state }]) => state === 'waived');
  return (
    <>
      <section aria-labelledby="gates-read">
        <h2 id="gates-read" className={classes['areaTitle']} style={{ fontSize: '1.125rem' }}>
          Gates
        </h2>
        {wording.scheme.components
          .filter(({ gate }) => gate)
          .map(({ id, title }) => {
            const gate = view.gates[id];
            const several = marked?.on.get(id);
            return (
              <div key={id} className={classes['standard']}>
                <strong>
                  {id} {title}
                </strong>{' '}
                {several !== undefined && several.marks.length > 1 ? (
                  <MarksRead of={several} wording={wording} onOpen={() => {}} />
                ) : gate === undefined ? (
                  'Not judged.'
                ) : (
                  <>
                    <StatusBadge tone={gate.met ? 'good' : 'attention'}>{gate.met ? 'Met' : 'Not met'}</StatusBadge>
                    <p className={classes['reason']}>{gate.reason}</p>
                  </>
                )}
              </div>
            );
          })}
      </section>
      {waived.length > 0 && (
        <section aria-labelledby="waived-read">
          <h2 id="waived-read" className={classes['areaTitle']} style={{ fontSize: '1.125rem' }}>
            Waived knowledge and qualities
          </h2>
          {waived.map(([code, { reason }]) => (
            <p key={code} className={classes['reason']}>
              <strong>{code}</strong> {reason}
            </p>
          ))}
        </section>
      )}
    </>
  );
}
