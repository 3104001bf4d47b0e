import type { MarkingId } from '../kernel/index.ts';
import type { ReopenMarking } from '../review/index.ts';
import type { ReviewQueried } from './moderation.facts.ts';

/**
 * A moderator's queries send a marking back to its markers as a new round. Their own marks stay behind: an assessor is
 * asked to look again, not told what to find.
 */
export function returnsMarking({ marking, queries, by, at }: ReviewQueried): {
  readonly marking: MarkingId;
  readonly command: ReopenMarking;
} {
  return {
    marking,
    command: {
      type: 'ReopenMarking',
      queries: queries.map(({ standard, says }) => ({ standard, says })),
      by: { ...by, role: 'system' },
      at,
    },
  };
}
