import type { BatchView } from '../../shared/marking/view.ts';
import { Shape } from '../../shared/Shape.tsx';
import classes from './moderator.module.css';

const steps = [
  { status: 'planned', says: 'Planned' },
  { status: 'sampling', says: 'Sample' },
  { status: 'confirmed', says: 'Direct claim' },
  { status: 'ready', says: 'Sign-off' },
  { status: 'signedOff', says: 'Release' },
] as const;

/** Where the batch stands: what is done, what is at hand, what comes. */
export function BatchSteps({ batch }: { readonly batch: BatchView }) {
  const released = batch.released > 0;
  const at = released ? steps.length : steps.findIndex(({ status }) => status === batch.status);
  return (
    <ol className={classes['steps']} aria-label="Steps of the batch">
      {steps.map(({ status, says }, index) => (
        <li key={status} aria-current={index === at ? 'step' : undefined}>
          <Shape tone={index < at ? 'good' : index === at ? 'open' : 'neutral'} />
          {says}
          {index < at && ', done'}
        </li>
      ))}
    </ol>
  );
}
