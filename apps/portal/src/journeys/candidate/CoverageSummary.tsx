import { Link } from '@tanstack/react-router';

import type { MatrixRow } from '../../shared/server.ts';
import type { KnownFramework } from '../../shared/useFramework.ts';
import css from './candidate.module.css';

type Props = { readonly rows: readonly MatrixRow[]; readonly known: KnownFramework; readonly submission: string };

/** Per area: how many statements have a claim. A bar repeats what the figures say. */
export function CoverageSummary({ rows, known, submission }: Props) {
  return (
    <ul className={css['summary']}>
      {known.framework.areas.map((area) => {
        const inArea = rows.filter((row) => row.area === area.id);
        const claimed = inArea.filter((row) => row.state !== 'none').length;
        return (
          <li key={area.id}>
            <Link to="/candidate/$submission/coverage" params={{ submission }} search={{ area: area.id }}>
              {area.title}
            </Link>
            <span className={css['figures']}>
              {claimed} of {inArea.length} claimed
            </span>
            <span className={css['bar']} aria-hidden="true">
              <span style={{ width: `${inArea.length === 0 ? 0 : (100 * claimed) / inArea.length}%` }} />
            </span>
          </li>
        );
      })}
    </ul>
  );
}
