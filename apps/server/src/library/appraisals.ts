import { appraisalBook, type Rulebook } from '@assay/engine';
import type { AppraisalProfile, Framework } from '@assay/standards';
import { shippedAppraisals } from '@assay/standards/files';

/** By what people are appraised against a framework, and the book that such an appraisal is decided under. */
export interface AppraisedBy {
  readonly framework: Framework;
  readonly profile: AppraisalProfile;
  readonly book: Rulebook;
}

/** By the framework's id. */
export type Appraisals = ReadonlyMap<string, AppraisedBy>;

/** Reads the shipped appraisal profiles. Throws BrokenFile. */
export function openAppraisals(): Appraisals {
  return new Map(
    shippedAppraisals().map(({ framework, appraisal: profile }) => [
      framework.id,
      { framework, profile, book: appraisalBook(framework, profile) },
    ]),
  );
}
