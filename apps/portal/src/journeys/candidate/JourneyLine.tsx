import { formatDay } from '../../shared/formatting.ts';
import type { SubmissionView } from '../../shared/server.ts';
import { stageWords } from '../../shared/StatusBadge.tsx';
import css from './candidate.module.css';

type Position = 'done' | 'here' | 'ahead';
const words: Record<Position, string> = { done: 'Done', here: 'Now', ahead: 'Ahead' };

/** The stages in order: which are behind, where the portfolio is, who acts in each. */
export function JourneyLine({ view }: { view: SubmissionView }) {
  const here = view.journey.findIndex((step) => step.stage === view.stage);
  return (
    <ol className={css['journey']}>
      {view.journey.map((step, index) => {
        const position: Position = here === -1 || index > here ? 'ahead' : index === here ? 'here' : 'done';
        return (
          <li key={step.stage} data-position={position} aria-current={position === 'here' ? 'step' : undefined}>
            <p className={css['stepSays']}>
              <span className={css['stepWord']}>{words[position]}</span> {step.says}
            </p>
            <p className={css['small']}>
              {step.at !== null && position !== 'ahead' ? `${formatDay(step.at)} · ` : ''}
              with {step.owner}
            </p>
          </li>
        );
      })}
      {here === -1 && (
        <li data-position="here" aria-current="step">
          <p className={css['stepSays']}>
            <span className={css['stepWord']}>Now</span> {stageWords[view.stage]}
          </p>
        </li>
      )}
    </ol>
  );
}
