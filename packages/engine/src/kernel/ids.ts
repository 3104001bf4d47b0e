declare const brand: unique symbol;

/** A string of one sort, which a string of another sort cannot stand in for. */
type Branded<Name extends string> = string & { readonly [brand]: Name };

export type PersonId = Branded<'person'>;
export type ProviderId = Branded<'provider'>;
export type CohortId = Branded<'cohort'>;
export type ItemId = Branded<'item'>;
export type SubmissionId = Branded<'submission'>;
export type ReviewId = Branded<'review'>;
export type MarkingId = Branded<'marking'>;
export type CircumstancesId = Branded<'circumstances'>;
export type PriorLearningId = Branded<'prior learning'>;
export type StandingId = Branded<'standing'>;
export type BatchId = Branded<'batch'>;
export type AwardId = Branded<'award'>;
export type MarkingReviewId = Branded<'review of marking'>;
export type AppealId = Branded<'appeal'>;
export type MalpracticeId = Branded<'malpractice case'>;
export type AppraisalId = Branded<'appraisal'>;

/** SHA-256 of something's content, 64 lower-case hexadecimal digits. */
export type ContentHash = Branded<'content hash'>;

function maker<Id extends Branded<string>>(name: string, shape: RegExp): (text: string) => Id {
  const fits = (text: string): text is Id => shape.test(text);
  return (text) => {
    if (!fits(text)) throw new TypeError(`${JSON.stringify(text)} is not a ${name}`);
    return text;
  };
}

const token = /^[\w:.-]{1,80}$/;

/** Each makes an id from text of letters, digits, `_ : . -`, at most 80 long; a TypeError otherwise. */
export const personId = maker<PersonId>('person id', token);
export const providerId = maker<ProviderId>('provider id', token);
export const cohortId = maker<CohortId>('cohort id', token);
export const itemId = maker<ItemId>('item id', token);
export const submissionId = maker<SubmissionId>('submission id', token);
export const reviewId = maker<ReviewId>('review id', token);
export const markingId = maker<MarkingId>('marking id', token);
export const circumstancesId = maker<CircumstancesId>('circumstances id', token);
export const priorLearningId = maker<PriorLearningId>('prior learning id', token);
export const standingId = maker<StandingId>('standing id', token);
export const batchId = maker<BatchId>('batch id', token);
export const awardId = maker<AwardId>('award id', token);
export const markingReviewId = maker<MarkingReviewId>('review of marking id', token);
export const appealId = maker<AppealId>('appeal id', token);
export const malpracticeId = maker<MalpracticeId>('malpractice case id', token);
export const appraisalId = maker<AppraisalId>('appraisal id', token);
export const contentHash = maker<ContentHash>('content hash', /^[0-9a-f]{64}$/);
