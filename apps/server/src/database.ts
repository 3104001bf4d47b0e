import type { Kysely, Transaction } from 'kysely';
import type { AwardTables } from './award/award.table.ts';
import type { EnrolmentTables } from './enrolment/enrolment.table.ts';
import type { EvidenceTables } from './evidence/evidence.table.ts';
import type { ModerationTables } from './moderation/moderation.table.ts';
import type { IdentityTables } from './platform/identity/tables.ts';
import type { RecordTables } from './record/tables.ts';
import type { MarkingTables } from './review/marking.table.ts';
import type { ReviewTables } from './review/review.table.ts';
import type { SubmissionTables } from './submission/submission.table.ts';

/** Every table there is: the record, sign-in, and what each stage keeps for reading. */
export interface Schema
  extends
    RecordTables,
    IdentityTables,
    EnrolmentTables,
    EvidenceTables,
    SubmissionTables,
    ReviewTables,
    MarkingTables,
    ModerationTables,
    AwardTables {}

export type Database = Kysely<Schema>;
/** A function that writes takes this, so that it cannot write outside a transaction. */
export type Writing = Transaction<Schema>;
