import type { Appraisal, AppraisalFact } from '@assay/engine';
import type { Notice } from '../record/message.ts';

/** What one of the two is told when the other has done something; a rating is told to nobody. */
export function appraisalMessages({ practitioner, reviewer }: Appraisal, fact: AppraisalFact): Notice[] {
  const tell = (person: string, says: string): Notice => ({ kind: 'notice', person, says, link: null });
  const other = (says: string) => [tell(fact.by.person === practitioner ? reviewer : practitioner, says)];
  switch (fact.type) {
    case 'AppraisalOpened':
      return [
        tell(practitioner, 'Your appraisal is open. What you write in it is yours.'),
        tell(reviewer, 'You are the reviewer of an appraisal.'),
      ];
    case 'RemitPutToPractitioner':
    case 'RemitPutToReviewer':
      return other('A remit for the appraisal is put to you, to agree or to answer.');
    case 'RemitAgreed':
      return other('The remit of the appraisal is agreed; it can be rated now.');
    case 'SelfReviewSealed':
      return [tell(reviewer, 'The self-review of an appraisal is sealed.')];
    case 'ReviewerRatingSealed':
      return [tell(practitioner, 'Your reviewer’s rating is sealed.')];
    case 'MeetingRecorded':
      return other('The meeting of the appraisal is recorded.');
    case 'ProfilePutToPractitioner':
    case 'ProfilePutToReviewer':
      return other('A profile for the appraisal is put to you, to confirm or to answer.');
    case 'ProfileConfirmed':
      return other('The profile of the appraisal is agreed.');
    case 'MidYearRecorded':
      return other('The mid-year check of the appraisal is recorded.');
    case 'YearEndRecorded':
      return other('The year-end review of the appraisal is recorded.');
    case 'AppraisalCarriedForward':
      return [tell(reviewer, 'The year of an appraisal is closed and carried forward.')];
    case 'AppraisalWithdrawn':
      return [tell(reviewer, 'An appraisal was withdrawn by the practitioner, whose it is.')];
    default:
      return [];
  }
}
