import { StatusBadge } from '../StatusBadge.tsx';
import type { KnownFramework } from '../useFramework.ts';
import classes from './profileList.module.css';
import type { AreaResult } from './view.ts';

interface Props {
  readonly areas: readonly AreaResult[];
  readonly framework: KnownFramework;
}

/** The area profile where there is no room for its table: one line per area, with what stands against it. */
export function ProfileList({ areas, framework }: Props) {
  return (
    <ul className={classes['areas']}>
      {areas.map(({ area, achieved, minimum, standards, achievedStandards, unmet }) => {
        const below = unmet.filter(({ score }) => score !== null);
        const open = unmet.length - below.length;
        return (
          <li key={area} className={classes['area']}>
            <span className={classes['title']}>{framework.area(area)?.title ?? area}</span>
            <Result achieved={achieved} open={open} below={below.length} />
            <span className={classes['says']}>
              {achievedStandards} of {standards} achieved
              {minimum !== null && `, lowest score ${minimum}`}
              {open > 0 && `, ${open} not judged`}
              {below.length > 0 &&
                `. Below the threshold: ${below.map(({ code, score, critical }) => `${code} (${score}${critical ? ', critical' : ''})`).join(', ')}`}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function Result({
  achieved,
  open,
  below,
}: {
  readonly achieved: boolean;
  readonly open: number;
  readonly below: number;
}) {
  if (achieved) return <StatusBadge tone="good">Achieved</StatusBadge>;
  return below === 0 && open > 0 ? (
    <StatusBadge tone="open">Open</StatusBadge>
  ) : (
    <StatusBadge tone="attention">Not achieved</StatusBadge>
  );
}
