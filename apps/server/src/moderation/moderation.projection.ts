import type { Batch, ModerationFact } from '@assay/engine';
import type { Projection } from '../record/projection.ts';
import { reachStage } from '../submission/stage.ts';

export const moderationProjection: Projection<Batch, ModerationFact> = {
  async project(writing, { stream, version, status, context, fact }) {
    if (fact.type === 'BatchPlanned') {
      const { cohort, provider, title, seed, at } = fact;
      const unsigned = { signed_by: null, signed_at: null, signed_statement: null, signed_digest: null };
      await writing
        .insertInto('batch')
        .values({ batch: stream, cohort, provider, title, seed, status, version, planned_at: at, ...unsigned })
        .execute();
      return;
    }
    await writing.updateTable('batch').set({ status, version }).where('batch', '=', stream).execute();
    const portfolio = (submission: string) =>
      writing.updateTable('batch_portfolio').where('batch', '=', stream).where('submission', '=', submission);
    switch (fact.type) {
      case 'SampleDrawn':
        for (const { submission, review } of fact.population) {
          const drawn = fact.sample.find((entry) => entry.submission === submission);
          const reasons = drawn === undefined ? null : JSON.stringify(drawn.reasons);
          await writing
            .insertInto('batch_portfolio')
            .values({ batch: stream, submission, review, reasons, found: null })
            .execute();
          await reachStage(writing, submission, 'moderation', fact.at);
        }
        break;
      case 'ReviewUpheld':
      case 'SampleUpheld':
      case 'SampleDoubled':
      case 'RemarkingRequired':
        await portfolio(fact.submission).set({ found: 'upheld' }).execute();
        if (fact.type === 'SampleDoubled')
          for (const { submission, reasons } of fact.added)
            await portfolio(submission)
              .set({ reasons: JSON.stringify(reasons) })
              .execute();
        break;
      case 'ReviewQueried':
        await portfolio(fact.submission).set({ found: 'queried' }).execute();
        break;
      case 'ReviewReceived':
        await portfolio(fact.candidature.submission).set({ found: null }).execute();
        await reachStage(writing, fact.candidature.submission, 'moderation', fact.at);
        break;
      case 'BatchSignedOff':
        await writing
          .updateTable('batch')
          .set({
            signed_by: fact.by.person,
            signed_at: fact.at,
            signed_statement: fact.statement,
            signed_digest: fact.digest,
          })
          .where('batch', '=', stream)
          .execute();
        for (const { submission } of context.population) await reachStage(writing, submission, 'signedOff', fact.at);
        break;
    }
  },
  messages: () => [],
};
