import type { ComponentId, StatementCode } from '@assay/standards';
import type {
  AnyCommand,
  CohortId,
  ContentHash,
  Day,
  Permission,
  PersonId,
  ProviderId,
  ReviewId,
  SubmissionId,
} from '../kernel/index.ts';
import { may } from '../kernel/index.ts';

/** What a judgement may rest on: an item of the manifest by its number, the recorded visit or the recorded discussion. */
export type Source = `E${number}` | 'visit' | 'discussion';

/** What the review sees of one source: how it shows something. */
export type Sources = Readonly<Record<string, string>>;

/** One marker's reading of one submission. */
export interface OpenReview extends AnyCommand {
  readonly type: 'OpenReview';
  readonly review: ReviewId;
  readonly submission: SubmissionId;
  readonly candidate: PersonId;
  readonly provider: ProviderId;
  readonly cohort: CohortId;
  readonly attempt: number;
  readonly manifest: ContentHash;
  readonly sources: Sources;
}

export interface AllocateAssessor extends AnyCommand {
  readonly type: 'AllocateAssessor';
  readonly assessor: PersonId;
  /** Whether the provider has appointed this person as an assessor. */
  readonly appointed: boolean;
}

/** The assessor has a conflict of interest, or cannot do it in time. */
export interface DeclineAllocation extends AnyCommand {
  readonly type: 'DeclineAllocation';
  readonly reason: string;
}

/** The assessor takes the review on and declares that nothing stands between them and the candidate. */
export interface BeginMarking extends AnyCommand {
  readonly type: 'BeginMarking';
  readonly noConflict: boolean;
}

/** The evidence test of R1: valid, authentic, current and sufficient for one standard. */
export interface EvidenceTest {
  readonly valid: boolean;
  readonly authentic: boolean;
  readonly current: boolean;
  readonly sufficient: boolean;
}

export interface ConfirmEvidence extends AnyCommand, EvidenceTest {
  readonly type: 'ConfirmEvidence';
  readonly standard: StatementCode;
  readonly source: Source;
}

export interface JudgeStandard extends AnyCommand {
  readonly type: 'JudgeStandard';
  readonly standard: StatementCode;
  readonly score: number;
  readonly reason: string;
  readonly evidence: readonly Source[];
}

/** Met or not met, for a component that is a gate. */
export interface JudgeGate extends AnyCommand {
  readonly type: 'JudgeGate';
  readonly component: ComponentId;
  readonly met: boolean;
  readonly reason: string;
}

export interface RecordVisit extends AnyCommand {
  readonly type: 'RecordVisit';
  readonly on: Day;
  readonly account: string;
}

export interface RecordDiscussion extends AnyCommand {
  readonly type: 'RecordDiscussion';
  readonly on: Day;
  readonly minutes: number;
  readonly account: string;
}

/** Knowledge and qualities that the assessor found evidenced. */
export interface NoteCoverage extends AnyCommand {
  readonly type: 'NoteCoverage';
  readonly statements: readonly StatementCode[];
}

export interface WaiveCoverage extends AnyCommand {
  readonly type: 'WaiveCoverage';
  readonly statement: StatementCode;
  readonly reason: string;
}

export interface SealReview extends AnyCommand {
  readonly type: 'SealReview';
}

/** What a moderator asks to be looked at again. */
export interface Query {
  readonly standard: StatementCode;
  readonly says: string;
}

export interface ReopenReview extends AnyCommand {
  readonly type: 'ReopenReview';
  readonly queries: readonly Query[];
}

export type ReviewCommand =
  | OpenReview
  | AllocateAssessor
  | DeclineAllocation
  | BeginMarking
  | ConfirmEvidence
  | JudgeStandard
  | JudgeGate
  | RecordVisit
  | RecordDiscussion
  | NoteCoverage
  | WaiveCoverage
  | SealReview
  | ReopenReview;

const marker = [may('assessor', 'allocated')];

export const reviewPermissions = {
  OpenReview: [may('system', 'anyone')],
  AllocateAssessor: [may('provider', 'sameProvider')],
  DeclineAllocation: marker,
  BeginMarking: marker,
  ConfirmEvidence: marker,
  JudgeStandard: marker,
  JudgeGate: marker,
  RecordVisit: marker,
  RecordDiscussion: marker,
  NoteCoverage: marker,
  WaiveCoverage: marker,
  SealReview: marker,
  ReopenReview: [may('system', 'anyone')],
} as const satisfies Record<ReviewCommand['type'], readonly Permission[]>;
