import type { MatrixRow, Stage } from './server.ts';
import css from './shared.module.css';
import { Shape } from './Shape.tsx';
import type { Tone } from './Shape.tsx';

/** A state in a word and a shape; colour only repeats it. */
export function StatusBadge({ tone, children }: { tone: Tone; children: string }) {
  return (
    <span className={`${css['badge']} ${css[tone]}`}>
      <Shape tone={tone} />
      {children}
    </span>
  );
}

export const stageWords: Record<Stage, string> = {
  gathering: 'Gathering evidence',
  submitted: 'Submitted',
  allocation: 'Awaiting an assessor',
  marking: 'Marking',
  sealed: 'Sealed',
  moderation: 'Moderation',
  signedOff: 'Signed off',
  released: 'Released',
  withdrawn: 'Withdrawn',
  notSubmitted: 'Nothing handed in',
  excused: 'Excused',
  voided: 'Void',
};

const stageTones: Record<Stage, Tone> = {
  gathering: 'open',
  submitted: 'open',
  allocation: 'attention',
  marking: 'open',
  sealed: 'open',
  moderation: 'open',
  signedOff: 'good',
  released: 'good',
  withdrawn: 'neutral',
  notSubmitted: 'attention',
  excused: 'neutral',
  voided: 'bad',
};

export function StageBadge({ stage }: { stage: Stage }) {
  return <StatusBadge tone={stageTones[stage]}>{stageWords[stage]}</StatusBadge>;
}

export type Outcome = 'pass' | 'refer' | 'fail';

export const outcomeWords: Record<Outcome, string> = { pass: 'Pass', refer: 'Refer', fail: 'Fail' };

export function OutcomeBadge({ outcome }: { outcome: Outcome }) {
  const tones = { pass: 'good', refer: 'attention', fail: 'bad' } as const;
  return <StatusBadge tone={tones[outcome]}>{outcomeWords[outcome]}</StatusBadge>;
}

export const coverageWords: Record<MatrixRow['state'], string> = {
  none: 'No evidence yet',
  claimed: 'Claimed',
  counted: 'Counted',
  achieved: 'Achieved',
  notAchieved: 'Not yet achieved',
};

export function CoverageBadge({ state }: { state: MatrixRow['state'] }) {
  const tones = {
    none: 'neutral',
    claimed: 'open',
    counted: 'good',
    achieved: 'good',
    notAchieved: 'attention',
  } as const;
  return <StatusBadge tone={tones[state]}>{coverageWords[state]}</StatusBadge>;
}
