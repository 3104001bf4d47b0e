import type { FrameworkId, SchemeId } from '@assay/standards';
import {
  deadlineOf,
  instant,
  londonDay,
  type AnyFact,
  type AppraisalId,
  type Day,
  type Deadline,
  type FactBook,
  type PersonId,
  type ProviderId,
  type Rulebook,
} from '../kernel/index.ts';
import { agreedLevels } from './agreed.ts';
import type {
  AgreeProfile,
  AppraisalCommand,
  Carried,
  DropObjective,
  ObjectiveId,
  ProposeRemit,
  RateAsReviewer,
  RateSelf,
  RecordMeeting,
  RecordMidYear,
  RecordYearEnd,
  SetObjective,
  WithdrawAppraisal,
} from './appraisal.commands.ts';
import type { Expected, Levels } from './remit.ts';

/** First and last day of what an appraisal covers. */
export interface Period {
  readonly from: Day;
  readonly until: Day;
}

/** Levels, ids and days: evidence, reasons and accounts are in the facts, so that a state stays small. */
export interface Appraisal {
  readonly appraisal: AppraisalId;
  readonly practitioner: PersonId;
  readonly reviewer: PersonId;
  readonly provider: ProviderId;
  readonly framework: FrameworkId;
  readonly profile: SchemeId;
  readonly edition: number;
  readonly period: Period;
  readonly carried: Carried | null;
  readonly due: Deadline | null;
  /** Who put forward what the other is now to agree; null while nothing is on the table. */
  readonly proposer: PersonId | null;
  /** The remit as it was last put forward; once agreed, it stands. */
  readonly expected: Expected;
  readonly self: Levels;
  readonly reviewed: Levels;
  readonly sealed: { readonly self: boolean; readonly reviewer: boolean };
  /** The profile as it was last put forward; once confirmed, it stands. */
  readonly agreed: Levels;
  readonly objectives: readonly ObjectiveId[];
  /** Objectives that the year-end review found not met. */
  readonly unmet: readonly ObjectiveId[];
  /** The day of the last step that an occasion has to come after. */
  readonly since: Day;
}

type Fact<Type extends string, Says = unknown> = AnyFact & Says & { readonly type: Type };
type Said<Command> = Omit<Command, 'type' | 'by' | 'at' | 'involved'>;

interface Due {
  readonly due: Deadline | null;
}

/** One of the two has put a remit to the other. */
interface RemitPut {
  readonly expected: Expected;
}

/** One of the two has put a profile to the other: what was settled between them, and all levels that follow. */
interface ProfilePut {
  readonly levels: Levels;
  readonly agreed: Levels;
}

export type AppraisalOpened = Fact<
  'AppraisalOpened',
  Due &
    Pick<
      Appraisal,
      | 'appraisal'
      | 'practitioner'
      | 'reviewer'
      | 'provider'
      | 'framework'
      | 'profile'
      | 'edition'
      | 'period'
      | 'carried'
    >
>;
export type RemitPutToPractitioner = Fact<'RemitPutToPractitioner', RemitPut>;
export type RemitPutToReviewer = Fact<'RemitPutToReviewer', RemitPut>;
export type RemitAgreed = Fact<'RemitAgreed', Due & RemitPut>;
export type SelfRated = Fact<'SelfRated', Said<RateSelf>>;
export type ReviewerRated = Fact<'ReviewerRated', Said<Omit<RateAsReviewer, 'evidence'>> & { evidence: string | null }>;
/** Neither seal repeats a rating: who sees a seal does not see what was sealed. */
export type SelfReviewSealed = Fact<'SelfReviewSealed', Due>;
export type ReviewerRatingSealed = Fact<'ReviewerRatingSealed', Due>;
export type MeetingRecorded = Fact<'MeetingRecorded', Due & Said<RecordMeeting>>;
export type ObjectiveSet = Fact<'ObjectiveSet', Said<SetObjective>>;
export type ObjectiveDropped = Fact<'ObjectiveDropped', Said<DropObjective>>;
export type ProfilePutToPractitioner = Fact<'ProfilePutToPractitioner', ProfilePut>;
export type ProfilePutToReviewer = Fact<'ProfilePutToReviewer', ProfilePut>;
export type ProfileConfirmed = Fact<'ProfileConfirmed', Due & Pick<Appraisal, 'agreed' | 'objectives'>>;
export type MidYearRecorded = Fact<'MidYearRecorded', Due & Said<RecordMidYear>>;
export type YearEndRecorded = Fact<'YearEndRecorded', Due & Said<RecordYearEnd>>;
/** The year is closed; `objectives` are those that were not met. */
export type AppraisalCarriedForward = Fact<
  'AppraisalCarriedForward',
  Carried & Pick<Appraisal, 'practitioner' | 'reviewer' | 'provider' | 'period'>
>;
export type AppraisalWithdrawn = Fact<'AppraisalWithdrawn', Said<WithdrawAppraisal>>;

export type AppraisalFact =
  | AppraisalOpened
  | RemitPutToPractitioner
  | RemitPutToReviewer
  | RemitAgreed
  | SelfRated
  | SelfReviewSealed
  | ReviewerRated
  | ReviewerRatingSealed
  | MeetingRecorded
  | ObjectiveSet
  | ObjectiveDropped
  | ProfilePutToPractitioner
  | ProfilePutToReviewer
  | ProfileConfirmed
  | MidYearRecorded
  | YearEndRecorded
  | AppraisalCarriedForward
  | AppraisalWithdrawn;

/** Mid-year and year-end run from the first day of the period, whenever the steps before them were taken. */
const inPeriod = (clock: 'mid-year' | 'year-end', { period }: Appraisal, book: Rulebook) =>
  deadlineOf(clock, instant(`${period.from}T12:00:00.000Z`), book);

const remitPut: { tell(context: Appraisal, command: ProposeRemit): RemitPut } & {
  change(context: Appraisal, fact: AnyFact & RemitPut): Appraisal;
} = {
  tell: (_appraisal, { expected }) => ({ expected }),
  change: (appraisal, { expected, by }) => ({ ...appraisal, expected, proposer: by.person }),
};

const profilePut: { tell(context: Appraisal, command: AgreeProfile, book: Rulebook): ProfilePut } & {
  change(context: Appraisal, fact: AnyFact & ProfilePut): Appraisal;
} = {
  tell: (appraisal, { levels }, book) => ({ levels, agreed: agreedLevels(appraisal, levels, book) }),
  change: (appraisal, { agreed, by }) => ({ ...appraisal, agreed, proposer: by.person }),
};

export const appraisalFacts: FactBook<Appraisal, AppraisalCommand, Exclude<AppraisalFact, AppraisalOpened>> = {
  RemitPutToPractitioner: remitPut,
  RemitPutToReviewer: remitPut,
  RemitAgreed: {
    tell: ({ expected }, { at }, book) => ({ expected, due: deadlineOf('self-review', at, book) }),
    change: (appraisal, { due }) => ({ ...appraisal, due, proposer: null }),
  },
  SelfRated: {
    tell: (_appraisal, { statement, level, evidence, on }: RateSelf) => ({
      statement,
      level,
      evidence: evidence.trim(),
      on,
    }),
    change: (appraisal, { statement, level }) => ({ ...appraisal, self: { ...appraisal.self, [statement]: level } }),
  },
  SelfReviewSealed: {
    tell: ({ sealed }, { at }, book) => ({
      due: deadlineOf(sealed.reviewer ? 'meeting' : 'reviewer-rating', at, book),
    }),
    change: (appraisal, { due, at }) => ({
      ...appraisal,
      due,
      sealed: { ...appraisal.sealed, self: true },
      since: londonDay(at),
    }),
  },
  ReviewerRated: {
    tell: (_appraisal, { statement, level, reason, evidence }: RateAsReviewer) => ({
      statement,
      level,
      reason: reason.trim(),
      evidence: evidence?.trim() ?? null,
    }),
    change: (appraisal, { statement, level }) => ({
      ...appraisal,
      reviewed: { ...appraisal.reviewed, [statement]: level },
    }),
  },
  ReviewerRatingSealed: {
    // The self-review's own deadline stands until it is sealed.
    tell: ({ sealed, due }, { at }, book) => ({ due: sealed.self ? deadlineOf('meeting', at, book) : due }),
    change: (appraisal, { due, at }) => ({
      ...appraisal,
      due,
      sealed: { ...appraisal.sealed, reviewer: true },
      since: londonDay(at),
    }),
  },
  MeetingRecorded: {
    tell: (_appraisal, { on, account, at }: RecordMeeting, book) => ({
      on,
      account: account.trim(),
      due: deadlineOf('agree-profile', at, book),
    }),
    change: (appraisal, { on, due }) => ({ ...appraisal, due, since: on }),
  },
  ObjectiveSet: {
    tell: (_appraisal, { objective, aim, successMeasure, support, reachedBy, continues }: SetObjective) => ({
      objective,
      aim: aim.trim(),
      successMeasure: successMeasure.trim(),
      support: support.trim(),
      reachedBy,
      continues,
    }),
    change: (appraisal, { objective }) => ({
      ...appraisal,
      proposer: null,
      objectives: [...new Set([...appraisal.objectives, objective])],
    }),
  },
  ObjectiveDropped: {
    tell: (_appraisal, { objective }: DropObjective) => ({ objective }),
    change: (appraisal, { objective }) => ({
      ...appraisal,
      proposer: null,
      objectives: appraisal.objectives.filter((set) => set !== objective),
    }),
  },
  ProfilePutToPractitioner: profilePut,
  ProfilePutToReviewer: profilePut,
  ProfileConfirmed: {
    tell: (appraisal, _confirm, book) => ({
      agreed: appraisal.agreed,
      objectives: appraisal.objectives,
      due: inPeriod('mid-year', appraisal, book),
    }),
    change: (appraisal, { due }) => ({ ...appraisal, due, proposer: null }),
  },
  MidYearRecorded: {
    tell: (appraisal, { on, account, progress }: RecordMidYear, book) => ({
      on,
      account: account.trim(),
      progress,
      due: inPeriod('year-end', appraisal, book),
    }),
    change: (appraisal, { on, due }) => ({ ...appraisal, due, since: on }),
  },
  YearEndRecorded: {
    tell: (_appraisal, { on, account, met, at }: RecordYearEnd, book) => ({
      on,
      account: account.trim(),
      met,
      due: deadlineOf('carry-forward', at, book),
    }),
    change: (appraisal, { on, due, met }) => ({
      ...appraisal,
      due,
      since: on,
      unmet: appraisal.objectives.filter((objective) => met[objective] !== true),
    }),
  },
  AppraisalCarriedForward: {
    tell: ({ appraisal, practitioner, reviewer, provider, period, agreed, unmet }) => ({
      appraisal,
      practitioner,
      reviewer,
      provider,
      period,
      agreed,
      objectives: unmet,
    }),
    change: (appraisal) => ({ ...appraisal, due: null }),
  },
  AppraisalWithdrawn: {
    tell: (_appraisal, { reason }: WithdrawAppraisal) => ({ reason: reason.trim() }),
    change: (appraisal) => ({ ...appraisal, due: null, proposer: null }),
  },
};
