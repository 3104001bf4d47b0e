import type { Kysely, Transaction } from 'kysely';
import type { AppealTables } from './appeal/appeal.table.ts';
import type { AppraisalTables } from './appraisal/appraisal.table.ts';
import type { AwardTables } from './award/award.table.ts';
import type { CircumstancesTables } from './circumstances/circumstances.table.ts';
import type { DraftTables } from './drafts/draft.table.ts';
import type { EnrolmentTables } from './enrolment/enrolment.table.ts';
import type { EvidenceTables } from './evidence/evidence.table.ts';
import type { MalpracticeTables } from './malpractice/malpractice.table.ts';
import type { MarkingReviewTables } from './marking-review/marking-review.table.ts';
import type { ModerationTables } from './moderation/moderation.table.ts';
import type { CheckpointTables } from './operations/checkpoints/checkpoint.ts';
import type { DoomedFileTables } from './operations/files/files.table.ts';
import type { PrivacyTables } from './operations/privacy/privacy.table.ts';
import type { IdentityTables } from './platform/identity/tables.ts';
import type { PriorLearningTables } from './prior-learning/prior-learning.table.ts';
import type { RecordTables } from './record/tables.ts';
import type { RelayTables } from './relay/relay.table.ts';
import type { MarkingTables } from './review/marking.table.ts';
import type { ReviewTables } from './review/review.table.ts';
import type { SubmissionTables } from './submission/submission.table.ts';

/** Every table there is: the record, sign-in, and what each stage keeps for reading. */
export interface Schema
  extends
    RecordTables,
    RelayTables,
    IdentityTables,
    EnrolmentTables,
    EvidenceTables,
    SubmissionTables,
    PriorLearningTables,
    CircumstancesTables,
    ReviewTables,
    MarkingTables,
    ModerationTables,
    AwardTables,
    DraftTables,
    CheckpointTables,
    DoomedFileTables,
    PrivacyTables,
    MarkingReviewTables,
    AppealTables,
    MalpracticeTables,
    AppraisalTables {}

export type Database = Kysely<Schema>;
/** A function that writes takes this, so that it cannot write outside a transaction. */
export type Writing = Transaction<Schema>;
