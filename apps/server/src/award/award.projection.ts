import type { Award, AwardFact } from '@assay/engine';
import type { Projection } from '../record/projection.ts';
import { reachStage } from '../submission/stage.ts';

export const awardProjection: Projection<Award, AwardFact> = {
  async project(writing, { stream, version, status, context, fact }) {
    if (fact.type === 'AwardRecommended') {
      const { submission, candidate, provider, batch, outcome } = fact;
      const later = { released_at: null, voided_at: null, voided_reason: null };
      await writing
        .insertInto('award')
        .values({ award: stream, submission, candidate, provider, batch, status, version, outcome, ...later })
        .execute();
      return;
    }
    const update = writing.updateTable('award').where('award', '=', stream);
    switch (fact.type) {
      case 'AwardPassed':
      case 'AwardReferred':
      case 'AwardFailed':
        await update.set({ status, version, released_at: fact.at }).execute();
        await reachStage(writing, context.submission, 'released', fact.at);
        break;
      case 'AwardVoided':
        await update.set({ status, version, voided_at: fact.at, voided_reason: fact.reason }).execute();
        break;
      default:
        await update.set({ status, version }).execute();
    }
  },
  messages({ context, fact }) {
    if (fact.type === 'AwardPassed' || fact.type === 'AwardReferred' || fact.type === 'AwardFailed') {
      return [{ kind: 'notice', person: context.candidate, says: 'Your result is there.', link: '/candidate/result' }];
    }
    if (fact.type === 'AwardVoided')
      return [
        {
          kind: 'notice',
          person: context.candidate,
          says: 'Your result was voided, with a reason.',
          link: '/candidate/result',
        },
      ];
    return [];
  },
};
