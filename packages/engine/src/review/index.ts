export type { Agreed, Marked, Marker } from './agreed.ts';
export * from './marking.commands.ts';
export {
  isAgreed,
  type ConferenceAgreed,
  type ConferenceEnded,
  type ConferenceLapsed,
  type Marking,
  type MarkingAdjudicated,
  type MarkingAgreed,
  type MarkingFact,
  type MarkingOpened,
  type MarkingReopened,
  type MarksDiffered,
  type MarksReceived,
  type PositionStated,
  type RemarkingOrdered,
  type SecondMarkerRequired,
} from './marking.facts.ts';
export { lieApart } from './discrepancy.ts';
export { opensMarking } from './marking.opens.ts';
export { receivesMarks } from './marking.receives.ts';
export { marking } from './marking.ts';
export * from './review.commands.ts';
export * from './review.facts.ts';
export { opensReview, opensThirdReview } from './review.opens.ts';
export { returnsReview } from './review.returns.ts';
export { review } from './review.ts';
export { secondMarkingReasons, type SecondMarkingFigures, type SecondMarkingReason } from './second-marking.ts';
