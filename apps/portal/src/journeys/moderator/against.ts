import type { BatchView } from '../../shared/marking/view.ts';
import type { Refusal } from '../../shared/problems.ts';

/** Why a command is not offered now; the server says which are, this says it in a sentence. */
export function against({ may }: Pick<BatchView, 'may'>, command: BatchView['may'][number]): Refusal[] {
  return may.includes(command) ? [] : [{ rule: 'K1', says: 'The batch, or your role in it, does not allow this now.' }];
}
