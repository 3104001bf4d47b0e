import { Link } from '@tanstack/react-router';

import type { Preflight } from '../../shared/server.ts';
import shared from '../../shared/shared.module.css';
import { StatusBadge } from '../../shared/StatusBadge.tsx';
import css from './candidate.module.css';

/** Every open point with the place where it is mended: what must be done, then what is worth a look. */
export function PreflightList({ preflight, submission }: { preflight: Preflight; submission: string }) {
  const { refusals, warnings, undeclared } = preflight;
  return (
    <ul className={css['checks']}>
      {refusals.length === 0 && (
        <li>
          <StatusBadge tone="good">Ready</StatusBadge>
          <div>No rule stands against submitting.</div>
        </li>
      )}
      {refusals.map(({ rule, says }, index) => (
        <li key={`${rule}-${index}`}>
          <StatusBadge tone="attention">To do</StatusBadge>
          <div>
            {says} <span className={shared['rule']}>Rule {rule}</span>
            <WhereToMend rule={rule} submission={submission} undeclared={undeclared} />
          </div>
        </li>
      ))}
      {warnings.map(({ says, statements }) => (
        <li key={says}>
          <StatusBadge tone="neutral">Worth a look</StatusBadge>
          <div>
            {says}{' '}
            {statements.length > 0 && (
              <Link to="/candidate/$submission/coverage" params={{ submission }} search={{ state: 'none' }}>
                See which
              </Link>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

type WhereProps = { rule: string; submission: string; undeclared: Preflight['undeclared'] };

function WhereToMend({ rule, submission, undeclared }: WhereProps) {
  if (rule === 'SUB-2' && undeclared.length > 0) {
    return (
      <ul className={css['mend']}>
        {undeclared.map(({ item, title }) => (
          <li key={item}>
            <Link to="/candidate/$submission/evidence/$item" params={{ submission, item }} hash="declare">
              Declare “{title}”
            </Link>
          </li>
        ))}
      </ul>
    );
  }
  return (
    <p style={{ margin: '0.15rem 0 0' }}>
      <Link to="/candidate/$submission/evidence" params={{ submission }}>
        Go to your evidence
      </Link>
    </p>
  );
}
