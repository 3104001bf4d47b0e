import type { CohortLine, Stage } from '../../shared/server.ts';
import { stageWords } from '../../shared/StatusBadge.tsx';
import classes from './provider.module.css';

/** The stages in the order in which a portfolio passes through them. */
export const stages = [
  'gathering',
  'submitted',
  'allocation',
  'marking',
  'sealed',
  'moderation',
  'signedOff',
  'released',
  'withdrawn',
  'notSubmitted',
  'excused',
  'voided',
] as const satisfies readonly Stage[];

/** Where the candidates are. The bar is a picture of the words beneath it. */
export function StageBar({ stages: counts }: Pick<CohortLine, 'stages'>) {
  const there = stages.filter((stage) => counts[stage] > 0);
  if (there.length === 0) return <p className={classes['quiet']}>Nobody is enrolled yet.</p>;
  return (
    <div>
      <div className={classes['bar']} aria-hidden="true">
        {there.map((stage) => (
          <span key={stage} data-stage={stage} style={{ flexGrow: counts[stage] }}>
            {counts[stage]}
          </span>
        ))}
      </div>
      <ul className={classes['legend']}>
        {there.map((stage) => (
          <li key={stage}>
            <span className={classes['swatch']} data-stage={stage} aria-hidden="true" />
            <strong>{counts[stage]}</strong> {stageWords[stage]}
          </li>
        ))}
      </ul>
    </div>
  );
}
