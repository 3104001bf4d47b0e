import type { ReviewView } from '../../../shared/marking/view.ts';
import type { MarkingView } from '../../../shared/server.ts';

type Source = ReviewView['sources'][number];

/**
 * What the two read while they confer: the portfolio, and the visit and the discussion that the first marker recorded,
 * since a mark may rest on them.
 */
export function withOccasions(review: ReviewView, { visit, discussion }: MarkingView['occasions']): ReviewView {
  const has = (id: string) => review.sources.some(({ source }) => source === id);
  const held = (source: string, title: string, method: string, on: string): Source => ({
    source,
    title,
    method,
    dated: on,
    component: null,
    mediaType: null,
    name: null,
    bytes: null,
  });
  return {
    ...review,
    visit,
    discussion,
    sources: [
      ...review.sources,
      ...(visit === null || has('visit') ? [] : [held('visit', 'Assessment visit', 'observation', visit.on)]),
      ...(discussion === null || has('discussion')
        ? []
        : [held('discussion', 'Professional discussion', 'discussion', discussion.on)]),
    ],
  };
}
