import type { BatchId } from '@assay/engine';
import { upholdReview } from '../../moderation/decide.use.ts';
import type { Unit } from '../../record/unit.ts';
import type { Story } from '../stories.ts';

/** A moderator's decision that one portfolio of the sample was marked as it should be. */
export async function uphold(unit: Unit, batch: BatchId, { submission }: Story, note: string): Promise<void> {
  await upholdReview(unit, batch, null, submission, note);
}
