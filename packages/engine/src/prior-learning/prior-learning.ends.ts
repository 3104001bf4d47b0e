import type {
  AttemptExcused,
  SubmissionMissed,
  SubmissionSubmitted,
  SubmissionWithdrawn,
} from '../submission/index.ts';
import type { WithdrawPriorLearning } from './prior-learning.commands.ts';

/** A submission that is no longer open takes its undecided claim with it (PRI-5). */
export function endsPriorLearning({
  by,
  at,
}: SubmissionSubmitted | SubmissionWithdrawn | SubmissionMissed | AttemptExcused): WithdrawPriorLearning {
  return { type: 'WithdrawPriorLearning', by: { ...by, role: 'system' }, at };
}
