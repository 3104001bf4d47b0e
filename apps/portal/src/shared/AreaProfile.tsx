import css from './areaProfile.module.css';
import type { AreaResult } from './server.ts';
import { StatusBadge } from './StatusBadge.tsx';
import { roles } from './tableRoles.ts';
import type { KnownFramework } from './useFramework.ts';

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/**
 * Area by area: achieved or not, the lowest score, how many standards are achieved. One table carries
 * picture and figures, so nobody gets a second-best version. No sum over areas is shown, for none exists.
 */
export function AreaProfile({ areas, framework }: { areas: readonly AreaResult[]; framework: KnownFramework }) {
  const noun = framework.framework.labels.area.singular;
  return (
    <table className={css['profile']} {...roles.table}>
      <caption className="mantine-visually-hidden" style={{ position: 'absolute', clipPath: 'inset(50%)' }}>
        Profile by {noun}
      </caption>
      <thead>
        <tr {...roles.row}>
          <th {...roles.column} scope="col">
            {capital(noun)}
          </th>
          <th {...roles.column} scope="col">
            Result
          </th>
          <th {...roles.column} scope="col">
            Standards achieved
          </th>
          <th {...roles.column} scope="col">
            Lowest score
          </th>
          <th {...roles.column} scope="col">
            Not yet achieved
          </th>
        </tr>
      </thead>
      <tbody>
        {areas.map((area) => (
          <tr key={area.area} {...roles.row}>
            <th {...roles.rowHeader} scope="row">
              {framework.area(area.area)?.title ?? area.area}
            </th>
            <td {...roles.cell}>
              <StatusBadge tone={area.achieved ? 'good' : 'attention'}>
                {area.achieved ? 'Achieved' : 'Not yet achieved'}
              </StatusBadge>
            </td>
            <td {...roles.cell} className={css['wide']}>
              <Cells area={area} />
              {area.achievedStandards} of {area.standards}
            </td>
            <td {...roles.cell} className={css['label']} data-label="Lowest score">
              {area.minimum ?? 'none'}
            </td>
            <td {...roles.cell} className={`${css['wide']} ${css['label']}`} data-label="Not yet achieved">
              {area.unmet.length === 0
                ? '–'
                : area.unmet
                    .map(
                      ({ code, score, critical }) => `${code} (${score ?? 'no score'}${critical ? ', critical' : ''})`,
                    )
                    .join(', ')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** One block per standard, filled when achieved and hatched when not. */
function Cells({ area }: { area: AreaResult }) {
  return (
    <span className={css['cells']} aria-hidden="true">
      {Array.from({ length: area.standards }, (_, index) => (
        <span key={index} className={`${css['cell']} ${index < area.achievedStandards ? '' : css['cellNot']}`} />
      ))}
    </span>
  );
}
