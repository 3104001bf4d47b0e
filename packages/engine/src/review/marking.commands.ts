import type { ComponentId, StatementCode } from '@assay/standards';
import type {
  AnyCommand,
  CohortId,
  ContentHash,
  MarkingId,
  Permission,
  PersonId,
  ProviderId,
  SubmissionId,
} from '../kernel/index.ts';
import { may } from '../kernel/index.ts';
import type { Allowances, Bank, Scores } from '../scoring/index.ts';
import type { Marked, Marker } from './agreed.ts';
import type { Query } from './review.commands.ts';
import type { SecondMarkingReason } from './second-marking.ts';

/** One accepted submission is marked: by one, or by two who know nothing of one another. */
export interface OpenMarking extends AnyCommand {
  readonly type: 'OpenMarking';
  readonly marking: MarkingId;
  readonly submission: SubmissionId;
  readonly candidate: PersonId;
  readonly provider: ProviderId;
  readonly cohort: CohortId;
  readonly attempt: number;
  readonly manifest: ContentHash;
  readonly bank: Bank;
  readonly late: boolean;
  readonly priorLearning: readonly StatementCode[];
  readonly site: string | null;
}

/** R11 asks for a second marker, and says why. */
export interface RequireSecondMarker extends AnyCommand {
  readonly type: 'RequireSecondMarker';
  readonly reasons: readonly SecondMarkingReason[];
}

/** What one marker found, as it was sealed. */
export interface Marks extends Marked {
  /** The review's round. */
  readonly round: number;
  readonly scores: Scores;
  readonly gates: Readonly<Record<string, boolean>>;
  readonly allowances: Allowances;
}

export interface ReceiveMarks extends AnyCommand, Marks {
  readonly type: 'ReceiveMarks';
  readonly submission: SubmissionId;
  /** R11: how many portfolios this assessor had marked before this one. */
  readonly portfoliosBefore: number;
  /** R11: the number of this portfolio in the order in which the plan counts, from 1; null where none counts. */
  readonly nth: number | null;
  /** R11: the plan's k; null where it has none, or the scheme fixes it. */
  readonly everyKth: number | null;
}

/** A marker's position in a conference, on one standard or one gate. */
export type Position =
  | { readonly standard: StatementCode; readonly score: number }
  | { readonly gate: ComponentId; readonly met: boolean };

export type Confer = AnyCommand & Position & { readonly type: 'Confer'; readonly reason: string };

/** The two will not agree: a third marks what is left. */
export interface EndConference extends AnyCommand {
  readonly type: 'EndConference';
  readonly reason: string;
}

/** The time to confer has passed. */
export interface LapseConference extends AnyCommand {
  readonly type: 'LapseConference';
}

/** A moderator returns some standards to their markers. */
export interface ReopenMarking extends AnyCommand {
  readonly type: 'ReopenMarking';
  readonly queries: readonly Query[];
}

/** A moderator orders the submission to be marked anew by others. */
export interface RemarkSubmission extends AnyCommand {
  readonly type: 'RemarkSubmission';
  readonly reason: string;
}

export type MarkingCommand =
  | OpenMarking
  | RequireSecondMarker
  | ReceiveMarks
  | Confer
  | EndConference
  | LapseConference
  | ReopenMarking
  | RemarkSubmission;

/** The two markers of a conference, whichever of the roles a submission's markers have. */
export type Conferring = Exclude<Marker, 'third'>;

const system = [may('system', 'anyone')];
const marker = [may('assessor', 'allocated')];

export const markingPermissions = {
  OpenMarking: system,
  RequireSecondMarker: system,
  ReceiveMarks: system,
  Confer: marker,
  EndConference: marker,
  LapseConference: system,
  ReopenMarking: system,
  RemarkSubmission: system,
} as const satisfies Record<MarkingCommand['type'], readonly Permission[]>;
