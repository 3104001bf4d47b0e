import type { EvidenceFact, EvidenceItem } from '@assay/engine';
import type { Writing } from '../database.ts';
import type { Projection } from '../record/projection.ts';
import { countEvidence } from '../submission/tally.ts';
import { isHeld, projectConcern } from './concern.projection.ts';
import { evidenceMessages } from './evidence.messages.ts';

export const evidenceProjection: Projection<EvidenceItem, EvidenceFact> = {
  async project(writing, recorded) {
    const { stream, version, status, context, fact } = recorded;
    const { submission, candidate, provider, title, component, method, dated, content, corrected, aiUse } = context;
    const shown = {
      status,
      version,
      title,
      component,
      method,
      dated,
      hash: content.hash,
      bytes: content.bytes,
      media_type: content.mediaType,
      file_name: content.name,
      ai_use: aiUse,
      corrected_hash: corrected?.hash ?? null,
      corrected_bytes: corrected?.bytes ?? null,
      corrected_media_type: corrected?.mediaType ?? null,
      corrected_file_name: corrected?.name ?? null,
      ...(isHeld(status) ? {} : { held_at: null }),
    };
    if (fact.type === 'ItemAdded')
      await writing
        .insertInto('item')
        .values({ item: stream, submission, candidate, provider, held_at: null, ...shown })
        .execute();
    else await writing.updateTable('item').set(shown).where('item', '=', stream).execute();
    await projectConcern(writing, recorded);
    if (await projectClaim(writing, stream, submission, fact)) await countEvidence(writing, submission);
  },
  messages: evidenceMessages,
};

/** Keeps what a fact changes about items and claims; answers whether anything is to be counted anew. */
async function projectClaim(writing: Writing, item: string, submission: string, fact: EvidenceFact): Promise<boolean> {
  switch (fact.type) {
    case 'ItemAdded':
      return true;
    case 'StatementClaimed': {
      const { statement, place } = fact;
      await writing
        .insertInto('claim')
        .values({ item, submission, statement, place })
        .onConflict((conflict) => conflict.columns(['item', 'statement']).doUpdateSet({ place }))
        .execute();
      return true;
    }
    case 'ClaimWithdrawn':
      await writing.deleteFrom('claim').where('item', '=', item).where('statement', '=', fact.statement).execute();
      return true;
    case 'ItemRemoved':
      await writing.deleteFrom('claim').where('item', '=', item).execute();
      return true;
    default:
      return false;
  }
}
