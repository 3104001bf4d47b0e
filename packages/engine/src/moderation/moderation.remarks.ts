import type { MarkingId } from '../kernel/index.ts';
import type { RemarkSubmission } from '../review/index.ts';
import type { AssessorReplaced } from './moderation.facts.ts';

/** An order to mark an assessor’s work again sends each of its markings to others. */
export function remarksSubmissions({ portfolios, reason, by, at }: AssessorReplaced): readonly {
  readonly marking: MarkingId;
  readonly command: RemarkSubmission;
}[] {
  return portfolios.map(({ marking }) => ({
    marking,
    command: { type: 'RemarkSubmission', reason, by: { ...by, role: 'system' }, at },
  }));
}
