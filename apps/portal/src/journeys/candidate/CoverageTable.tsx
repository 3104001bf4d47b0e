import type { MatrixRow } from '../../shared/server.ts';
import { roles } from '../../shared/tableRoles.ts';
import type { KnownFramework } from '../../shared/useFramework.ts';
import css from './coverage.module.css';
import { CoverageRow } from './CoverageRow.tsx';

type Props = {
  readonly rows: readonly MatrixRow[];
  /** All rows, for the totals of each area do not change with the filter. */
  readonly all: readonly MatrixRow[];
  readonly known: KnownFramework;
  readonly submission: string;
  /** Null while nothing can be claimed. */
  readonly onClaim: ((code: string) => void) | null;
};

/**
 * A real table, one body per area. The roles are written out because the phone's layout takes the
 * table's display away, and some browsers drop the roles with it.
 */
export function CoverageTable({ rows, all, known, submission, onClaim }: Props) {
  return (
    <table className={css['table']} {...roles.table} aria-label="Statements and claims">
      <thead {...roles.group}>
        <tr {...roles.row}>
          <th {...roles.column} scope="col">
            Code
          </th>
          <th {...roles.column} scope="col">
            Statement
          </th>
          <th {...roles.column} scope="col">
            Kind
          </th>
          <th {...roles.column} scope="col">
            State
          </th>
          <th {...roles.column} scope="col">
            Claimed by
          </th>
        </tr>
      </thead>
      {known.framework.areas.map((area) => {
        const inArea = rows.filter((row) => row.area === area.id);
        if (inArea.length === 0) return null;
        const whole = all.filter((row) => row.area === area.id);
        return (
          <tbody key={area.id} {...roles.group}>
            <tr {...roles.row} className={css['areaRow']}>
              <th {...roles.rowHeader} scope="rowgroup" colSpan={5}>
                <span>{area.title}</span> <span className={css['totals']}>{totals(whole)}</span>
              </th>
            </tr>
            {inArea.map((row) => (
              <CoverageRow key={row.code} row={row} known={known} submission={submission} onClaim={onClaim} />
            ))}
          </tbody>
        );
      })}
    </table>
  );
}

const totals = (rows: readonly MatrixRow[]): string => {
  const count = (...states: readonly MatrixRow['state'][]) => rows.filter((row) => states.includes(row.state)).length;
  const judged = count('achieved', 'notAchieved');
  const parts = [
    `${rows.length - count('none')} of ${rows.length} with evidence`,
    judged > 0 && `${count('achieved')} of ${judged} judged are achieved`,
  ];
  return parts.filter((part) => part !== false).join(', ');
};
