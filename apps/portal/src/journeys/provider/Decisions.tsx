import { formatNumber } from '../../shared/formatting.ts';
import type { CohortLine } from '../../shared/server.ts';
import classes from './provider.module.css';

/** Progress by decisions made, with the sum it comes from: nobody should have to guess what a per cent is of. */
export function Decisions({ cohort }: { readonly cohort: Pick<CohortLine, 'candidates' | 'decisions'> }) {
  const { made, of } = cohort.decisions;
  const standards = cohort.candidates === 0 ? 0 : Math.round(of / cohort.candidates);
  return (
    <p className={classes['decisions']}>
      <strong>{of === 0 ? 'No decisions to make yet' : `${Math.round((100 * made) / of)} % of decisions made`}</strong>
      {of > 0 && (
        <>
          {' '}
          {formatNumber(made)} decisions ÷ ({formatNumber(cohort.candidates)} candidates × {standards} standards ={' '}
          {formatNumber(of)})
        </>
      )}
    </p>
  );
}
