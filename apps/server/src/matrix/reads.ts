import type { Role } from '@assay/engine';

/**
 * Who may read an answer about a record. `candidate`: whose it is, in whatever role they sign in. `marker`: the assessor
 * to whom a review of it was given; `reviewer`: the same of an appraisal, while they act for its provider. `moderator`
 * and `external`: of the record's provider, with no other part in it; `anyModerator` even with one, since they could
 * read it before they had it. `staff`: of its provider;
 * `anyStaff`: of any, shown what is theirs.
 */
export type Reader =
  | 'everybody'
  | 'candidate'
  | 'marker'
  | 'reviewer'
  | 'moderator'
  | 'anyModerator'
  | 'external'
  | 'staff'
  | 'anyStaff'
  | 'administrator';

/** Somebody of the story who asks about the work of its `candidate`. */
export interface Asker {
  readonly candidate: string;
  readonly person: string;
  readonly role: Role;
  readonly atHome: boolean;
}

export function isReader(reader: Reader, { candidate, person, role, atHome }: Asker): boolean {
  const marked = person === 'assessor-1';
  const has = person === candidate || marked;
  switch (reader) {
    case 'everybody':
      return true;
    case 'candidate':
      return person === candidate;
    case 'marker':
      return role === 'assessor' && marked;
    case 'reviewer':
      return role === 'assessor' && marked && atHome;
    case 'moderator':
      return role === 'moderator' && atHome && !has;
    case 'anyModerator':
      return role === 'moderator' && atHome;
    case 'external':
      return role === 'externalModerator' && atHome && !has && person !== 'moderator-1';
    case 'staff':
      return role === 'provider' && atHome;
    case 'anyStaff':
      return role === 'provider';
    case 'administrator':
      return role === 'administrator';
  }
}

/** Questions about one record, each with those who are answered, when all is released. */
export const aboutOne: Readonly<Record<string, readonly Reader[]>> = {
  'appeal.show': ['candidate', 'staff'],
  'appraisal.export': ['candidate'],
  'appraisal.show': ['candidate', 'reviewer'],
  'award.show': ['candidate', 'staff', 'anyModerator'],
  'circumstances.of': ['candidate', 'staff'],
  'circumstances.show': ['candidate', 'staff'],
  'cohort.candidates': ['staff'],
  'cohort.show': ['staff'],
  'cohort.totals': ['staff'],
  'evidence.concerns': ['candidate', 'marker', 'staff', 'anyModerator'],
  'evidence.likeness': ['marker', 'moderator', 'external'],
  'evidence.list': ['candidate', 'staff'],
  'evidence.text': ['candidate', 'staff'],
  'malpractice.show': ['moderator'],
  'marking.ofReview': ['marker', 'moderator', 'external'],
  'marking.rest': ['moderator', 'external'],
  'marking.show': ['moderator', 'external'],
  'markingReview.show': ['candidate', 'staff'],
  'moderation.external.show': ['external'],
  'moderation.preview': ['anyModerator'],
  'moderation.releasable': ['moderator'],
  'moderation.show': ['moderator'],
  'outbox.deliveries': ['staff', 'administrator'],
  'priorLearning.of': ['candidate', 'staff'],
  'priorLearning.show': ['candidate', 'staff', 'anyModerator'],
  'record.facts': ['candidate', 'staff'],
  'review.possible': ['staff'],
  'review.show': ['marker', 'moderator', 'external'],
  'session.of': ['administrator'],
  'submission.matrix': ['candidate', 'staff'],
  'submission.preflight': ['candidate'],
  'submission.show': ['candidate', 'staff'],
};

/** Lists: whoever asks gets an answer, with what is theirs to see, or only those who are named here do. */
export const lists: Readonly<Record<string, readonly Reader[]>> = {
  'appeal.list': ['everybody'],
  'appeal.mine': ['everybody'],
  'appeal.queue': ['everybody'],
  'appraisal.given': ['everybody'],
  'appraisal.list': ['everybody'],
  'appraisal.mine': ['everybody'],
  'appraisal.outline': ['everybody'],
  'appraisal.reviewers': ['everybody'],
  'award.list': ['anyStaff'],
  'award.mine': ['everybody'],
  'circumstances.list': ['everybody'],
  'cohort.list': ['anyStaff'],
  'draft.list': ['everybody'],
  'evidence.held': ['everybody'],
  'mail.preference': ['everybody'],
  'malpractice.list': ['everybody'],
  'malpractice.mine': ['everybody'],
  'marking.mine': ['everybody'],
  'markingReview.list': ['everybody'],
  'markingReview.mine': ['everybody'],
  'markingReview.queue': ['everybody'],
  'moderation.external.list': ['everybody'],
  'moderation.list': ['everybody'],
  'moderation.team': ['everybody'],
  'outbox.dead': ['administrator'],
  'outbox.endpoints': ['everybody'],
  'outbox.facts': ['everybody'],
  'priorLearning.list': ['everybody'],
  'priorLearning.queue': ['everybody'],
  'privacy.erasures': ['administrator'],
  'privacy.mine': ['everybody'],
  'privacy.requests': ['administrator'],
  'provider.all': ['administrator'],
  'provider.mine': ['anyStaff'],
  'review.awaiting': ['everybody'],
  'review.queue': ['everybody'],
  'review.queuePage': ['everybody'],
  'session.account': ['everybody'],
  'session.list': ['everybody'],
  'session.notices': ['everybody'],
  'submission.mine': ['everybody'],
};

/** Answered before anybody signs in too, with nothing of anybody. */
export const open = ['session.demo', 'session.me', 'session.ways', 'framework.list', 'framework.show'];
