import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { memo } from 'react';

import type { MatrixRow } from '../../shared/server.ts';
import { StatementText } from '../../shared/StatementText.tsx';
import { CoverageBadge } from '../../shared/StatusBadge.tsx';
import { roles } from '../../shared/tableRoles.ts';
import type { KnownFramework } from '../../shared/useFramework.ts';
import css from './coverage.module.css';

type Props = {
  readonly row: MatrixRow;
  readonly known: KnownFramework;
  readonly submission: string;
  readonly onClaim: ((code: string) => void) | null;
};

/** So many claims are shown at once; the others unfold, so that a statement with forty stays one row. */
const shownAtOnce = 3;

export const CoverageRow = memo(function CoverageRow({ row, known, submission, onClaim }: Props) {
  const first = row.claims.slice(0, shownAtOnce);
  const more = row.claims.slice(shownAtOnce);
  const statement = known.statement(row.code);
  return (
    <tr {...roles.row}>
      <th {...roles.rowHeader} scope="row" className={css['code']}>
        {row.code}
      </th>
      <td {...roles.cell}>
        {statement && <StatementText statement={statement} critical={row.critical} withCode={false} />}
      </td>
      <td {...roles.cell} className={css['kind']}>
        {known.kind(row.kind)?.name ?? row.kind}
      </td>
      <td {...roles.cell} className={css['state']}>
        <CoverageBadge state={row.state} />
        {row.score !== null && <span className={css['score']}>Score {row.score}</span>}
      </td>
      <td {...roles.cell} className={css['claimCell']}>
        <Claims claims={first} submission={submission} />
        {more.length > 0 && (
          <details>
            <summary className={css['more']}>{more.length} more</summary>
            <Claims claims={more} submission={submission} />
          </details>
        )}
        {onClaim && (
          <Button
            size="compact-xs"
            h={26}
            variant="default"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => onClaim(row.code)}
            aria-label={`Claim evidence for ${row.code}`}
          >
            Claim
          </Button>
        )}
      </td>
    </tr>
  );
});

function Claims({ claims, submission }: { claims: MatrixRow['claims']; submission: string }) {
  if (claims.length === 0) return null;
  return (
    <ul className={css['claims']}>
      {claims.map((claim) => (
        <li key={claim.item}>
          <Link to="/candidate/$submission/evidence/$item" params={{ submission, item: claim.item }} preload={false}>
            {claim.title}
          </Link>{' '}
          <span className={css['place']}>
            {claim.component}, {claim.place}
          </span>
        </li>
      ))}
    </ul>
  );
}
