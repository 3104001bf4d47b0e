import { workflows } from '@assay/engine';

/** The field in which a procedure names the record that it is about, by the name that the record carries. */
export const naming: Readonly<Record<string, string>> = {
  [workflows.cohort.name]: 'cohort',
  [workflows.evidence.name]: 'item',
  [workflows.submission.name]: 'submission',
  [workflows.priorLearning.name]: 'claim',
  [workflows.circumstances.name]: 'circumstances',
  [workflows.review.name]: 'review',
  [workflows.marking.name]: 'marking',
  [workflows.moderation.name]: 'batch',
  [workflows.award.name]: 'award',
  [workflows.markingReview.name]: 'markingReview',
  [workflows.appeal.name]: 'appeal',
  [workflows.malpractice.name]: 'malpractice',
  [workflows.appraisal.name]: 'appraisal',
};
