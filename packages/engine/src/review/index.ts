export * from './review.commands.ts';
export * from './review.facts.ts';
export { opensReview } from './review.opens.ts';
export { review } from './review.ts';
export type { Agreed, Marked, Marker } from './agreed.ts';
