import { Link } from '@tanstack/react-router';

import { counted, formatDay } from '../../shared/formatting.ts';
import type { CohortLine } from '../../shared/server.ts';
import { StatusBadge } from '../../shared/StatusBadge.tsx';
import { Decisions } from './Decisions.tsx';
import { StageBar } from './StageBar.tsx';
import classes from './provider.module.css';

export function CohortCard({ cohort }: { readonly cohort: CohortLine }) {
  return (
    <article className={classes['card']} aria-labelledby={`cohort-${cohort.cohort}`}>
      <div className={classes['cardHead']}>
        <h2 id={`cohort-${cohort.cohort}`} className={classes['cardTitle']}>
          <Link to="/cohorts/$cohort" params={{ cohort: cohort.cohort }}>
            {cohort.title}
          </Link>
        </h2>
        <CohortState status={cohort.status} />
      </div>
      <p className={classes['quiet']}>
        {counted(cohort.candidates, 'candidate', 'candidates')} · opened {formatDay(cohort.opensOn)} · due{' '}
        {formatDay(cohort.dueOn)}
      </p>
      <StageBar stages={cohort.stages} />
      <Decisions cohort={cohort} />
    </article>
  );
}

export function CohortState({ status }: Pick<CohortLine, 'status'>) {
  return status === 'closed' ? (
    <StatusBadge tone="neutral">Closed</StatusBadge>
  ) : (
    <StatusBadge tone="open">Open</StatusBadge>
  );
}
