import type { AreaId, ComponentId, StatementCode } from '@assay/standards';
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
import type { Scope } from '../scoring/index.ts';
import type { Marker } from './agreed.ts';

/** What a judgement may rest on: an item of the manifest by its number, the recorded visit or the recorded discussion. */
export type Source = `E${number}` | 'visit' | 'discussion';

/** What the review sees of one source: how it shows something. */
export type Sources = Readonly<Record<string, string>>;

/** What one marker is asked for: standards, gates, and whether knowledge and qualities are noted (R13). */
export interface ReviewScope extends Scope {
  readonly coverage: boolean;
}

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
  readonly marker: Marker;
  readonly scope: ReviewScope;
  readonly sources: Sources;
  readonly submittedOn: Day;
  /** R2: by source, the day that it is dated. */
  readonly dated: Readonly<Record<string, Day>>;
}

export interface AllocateAssessor extends AnyCommand {
  readonly type: 'AllocateAssessor';
  readonly assessor: PersonId;
  /** Whether the provider has appointed this person as an assessor. */
  readonly appointed: boolean;
  /** Whether a conflict of interest is known: own mentee, same employer, relative. Absent: none is. */
  readonly connected?: boolean;
  /** Who was allocated another review of the same submission. Absent: nobody. */
  readonly markers?: readonly PersonId[];
}

/** The time to begin or to decline has passed. */
export interface LapseAllocation extends AnyCommand {
  readonly type: 'LapseAllocation';
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

/** What was computed for a standard, and shown to the assessor (R15). */
export interface Suggestion {
  readonly score: number;
  readonly says: string;
}

export interface JudgeStandard extends AnyCommand {
  readonly type: 'JudgeStandard';
  readonly standard: StatementCode;
  readonly score: number;
  readonly reason: string;
  readonly evidence: readonly Source[];
  readonly suggestion?: Suggestion;
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

/** R5 of a profile with an allowance: why a standard of this area may stand below its threshold. */
export interface LogAllowance extends AnyCommand {
  readonly type: 'LogAllowance';
  readonly area: AreaId;
  readonly reason: string;
}

/** An item was quarantined, or what was recorded turned out not to be so: it stops counting. */
export interface SetAside extends AnyCommand {
  readonly type: 'SetAside';
  readonly source: Source;
  readonly reason: string;
}

/** What was set aside was released: it may be confirmed anew. */
export interface RestoreSource extends AnyCommand {
  readonly type: 'RestoreSource';
  readonly source: Source;
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
  | LapseAllocation
  | BeginMarking
  | ConfirmEvidence
  | JudgeStandard
  | JudgeGate
  | RecordVisit
  | RecordDiscussion
  | NoteCoverage
  | WaiveCoverage
  | LogAllowance
  | SetAside
  | RestoreSource
  | SealReview
  | ReopenReview;

const system = [may('system', 'anyone')];
const marker = [may('assessor', 'allocated')];

export const reviewPermissions = {
  OpenReview: system,
  AllocateAssessor: [may('provider', 'sameProvider')],
  DeclineAllocation: marker,
  LapseAllocation: system,
  BeginMarking: marker,
  ConfirmEvidence: marker,
  JudgeStandard: marker,
  JudgeGate: marker,
  RecordVisit: marker,
  RecordDiscussion: marker,
  NoteCoverage: marker,
  WaiveCoverage: marker,
  LogAllowance: marker,
  SetAside: system,
  RestoreSource: system,
  SealReview: marker,
  ReopenReview: system,
} as const satisfies Record<ReviewCommand['type'], readonly Permission[]>;
