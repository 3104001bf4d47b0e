import type { EvidenceFact, EvidenceItem } from '@assay/engine';
import type { Projection } from '../record/projection.ts';

export const evidenceProjection: Projection<EvidenceItem, EvidenceFact> = {
  async project(writing, { stream, version, status, context, fact }) {
    const { submission, candidate, provider, title, component, method, dated, content, aiUse } = context;
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
    };
    if (fact.type === 'ItemAdded')
      await writing
        .insertInto('item')
        .values({ item: stream, submission, candidate, provider, ...shown })
        .execute();
    else await writing.updateTable('item').set(shown).where('item', '=', stream).execute();

    if (fact.type === 'StatementClaimed') {
      const { statement, place } = fact;
      await writing
        .insertInto('claim')
        .values({ item: stream, submission, statement, place })
        .onConflict((conflict) => conflict.columns(['item', 'statement']).doUpdateSet({ place }))
        .execute();
    } else if (fact.type === 'ClaimWithdrawn') {
      await writing.deleteFrom('claim').where('item', '=', stream).where('statement', '=', fact.statement).execute();
    } else if (fact.type === 'ItemRemoved') {
      await writing.deleteFrom('claim').where('item', '=', stream).execute();
    }
  },
  messages: () => [],
};
