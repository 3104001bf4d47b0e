import type { BatchView } from '../../shared/marking/view.ts';
import { ReasonForm } from '../../shared/ReasonForm.tsx';
import { client } from '../../shared/server.ts';
import { useCommand } from '../../shared/useCommand.ts';

type Award = BatchView['awards'][number];

const decisions = {
  hold: {
    offer: 'Hold',
    title: 'Hold the result of',
    button: 'Hold this result',
    says: 'A held result stays back when the batch is released, until the hold is lifted.',
    rule: { rule: 'AWD-1', says: 'A hold is laid and lifted with a reason.' },
    send: client.award.hold.mutate,
  },
  lift: {
    offer: 'Lift the hold',
    title: 'Lift the hold on the result of',
    button: 'Lift the hold',
    says: 'The result can be released again.',
    rule: { rule: 'AWD-1', says: 'A hold is laid and lifted with a reason.' },
    send: client.award.liftHold.mutate,
  },
  void: {
    offer: 'Void',
    title: 'Void the result of',
    button: 'Void this result',
    says: 'The candidate sees that the result is void, and this reason. The released result stays on record beside it.',
    rule: { rule: 'AWD-2', says: 'A released result is voided only with a reason.' },
    send: client.award.void.mutate,
  },
} as const;

export type Decision = (typeof decisions)[keyof typeof decisions];

/** What can be decided about one award as it stands. */
export function decisionFor(status: string): Decision | null {
  if (status === 'recommended') return decisions.hold;
  if (status === 'held') return decisions.lift;
  if (status === 'voided') return null;
  return decisions.void;
}

interface Props {
  readonly award: Award;
  readonly decision: Decision;
  readonly onDone: () => void;
}

export function AwardDecision({ award, decision, onDone }: Props) {
  const command = useCommand(decision.send);
  return (
    <ReasonForm
      keptAs={`award.${award.award}.${decision.offer}`}
      label="Reason"
      description={decision.says}
      button={decision.button}
      rule={decision.rule}
      noun="award"
      command={command}
      input={(reason, commandId) => ({ commandId, award: award.award, seen: award.version, reason })}
      onDone={onDone}
    />
  );
}
