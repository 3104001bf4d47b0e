import type { StatementCode } from '@assay/standards';
import { may } from '../kernel/index.ts';
import type { AnyCommand, AppraisalId, Day, Permission, PersonId, ProviderId } from '../kernel/index.ts';
import type { Expected, Levels } from './remit.ts';

/** An objective within one year: `O1` to `O5` where five are allowed. */
export type ObjectiveId = `O${number}`;

/** What a former appraisal leaves to this one: which objectives were not met, and what was agreed. Their words stand there. */
export interface Carried {
  readonly appraisal: AppraisalId;
  readonly objectives: readonly ObjectiveId[];
  readonly agreed: Levels;
}

/** One year of one practitioner with one reviewer. */
export interface OpenAppraisal extends AnyCommand {
  readonly type: 'OpenAppraisal';
  readonly appraisal: AppraisalId;
  readonly practitioner: PersonId;
  readonly reviewer: PersonId;
  readonly provider: ProviderId;
  /** The first day of the period; the profile says how long it is. */
  readonly from: Day;
  readonly carried: Carried | null;
  /** Whether the provider has appointed the reviewer as an assessor. */
  readonly appointed: boolean;
}

/** The post outline that one of the two puts to the other, for the first time or in answer. */
export interface ProposeRemit extends AnyCommand {
  readonly type: 'ProposeRemit';
  readonly expected: Expected;
}

export interface AgreeRemit extends AnyCommand {
  readonly type: 'AgreeRemit';
}

export interface RateSelf extends AnyCommand {
  readonly type: 'RateSelf';
  readonly statement: StatementCode;
  readonly level: number;
  /** What shows it, and from which day it is. */
  readonly evidence: string;
  readonly on: Day;
}

export interface SealSelfReview extends AnyCommand {
  readonly type: 'SealSelfReview';
}

export interface RateAsReviewer extends AnyCommand {
  readonly type: 'RateAsReviewer';
  readonly statement: StatementCode;
  readonly level: number;
  readonly reason: string;
  readonly evidence?: string;
}

export interface SealReviewerRating extends AnyCommand {
  readonly type: 'SealReviewerRating';
}

export interface RecordMeeting extends AnyCommand {
  readonly type: 'RecordMeeting';
  readonly on: Day;
  readonly account: string;
}

export interface SetObjective extends AnyCommand {
  readonly type: 'SetObjective';
  /** Set again under the same id, an objective takes the place of the former wording. */
  readonly objective: ObjectiveId;
  readonly aim: string;
  readonly successMeasure: string;
  readonly support: string;
  readonly reachedBy: Day;
  /** The objective of the former appraisal that this one takes up. */
  readonly continues: ObjectiveId | null;
}

export interface DropObjective extends AnyCommand {
  readonly type: 'DropObjective';
  readonly objective: ObjectiveId;
}

/** The profile, with the objectives as they stand, that one of the two puts to the other. */
export interface AgreeProfile extends AnyCommand {
  readonly type: 'AgreeProfile';
  /** Where the ratings differ: a level by statement (`DSO.K1`), or by element (`DSO.K`) for all differences in it. */
  readonly levels: Levels;
}

export interface ConfirmProfile extends AnyCommand {
  readonly type: 'ConfirmProfile';
}

export type Progress = 'behind' | 'onTrack' | 'met';

export interface RecordMidYear extends AnyCommand {
  readonly type: 'RecordMidYear';
  readonly on: Day;
  readonly account: string;
  readonly progress: Readonly<Partial<Record<ObjectiveId, Progress>>>;
}

export interface RecordYearEnd extends AnyCommand {
  readonly type: 'RecordYearEnd';
  readonly on: Day;
  readonly account: string;
  readonly met: Readonly<Partial<Record<ObjectiveId, boolean>>>;
}

/** The practitioner takes what was agreed, and what was not met, along into the next year. */
export interface CarryForward extends AnyCommand {
  readonly type: 'CarryForward';
}

/** The practitioner takes the record away. No reason is asked: it is theirs. */
export interface WithdrawAppraisal extends AnyCommand {
  readonly type: 'WithdrawAppraisal';
  readonly reason: string;
}

export type AppraisalCommand =
  | OpenAppraisal
  | ProposeRemit
  | AgreeRemit
  | RateSelf
  | SealSelfReview
  | RateAsReviewer
  | SealReviewerRating
  | RecordMeeting
  | SetObjective
  | DropObjective
  | AgreeProfile
  | ConfirmProfile
  | RecordMidYear
  | RecordYearEnd
  | CarryForward
  | WithdrawAppraisal;

const practitioner = [may('candidate', 'own')];
const reviewer = [may('assessor', 'allocated')];
const either = [...practitioner, ...reviewer];

export const appraisalPermissions = {
  OpenAppraisal: [...practitioner, may('provider', 'sameProvider'), may('system', 'anyone')],
  ProposeRemit: either,
  AgreeRemit: either,
  RateSelf: practitioner,
  SealSelfReview: practitioner,
  RateAsReviewer: reviewer,
  SealReviewerRating: reviewer,
  RecordMeeting: either,
  SetObjective: either,
  DropObjective: either,
  AgreeProfile: either,
  ConfirmProfile: either,
  RecordMidYear: either,
  RecordYearEnd: either,
  CarryForward: practitioner,
  WithdrawAppraisal: practitioner,
} as const satisfies Record<AppraisalCommand['type'], readonly Permission[]>;
