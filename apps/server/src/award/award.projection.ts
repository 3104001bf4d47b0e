import type { Award, AwardFact } from '@assay/engine';
import { inPieces } from '../record/pieces.ts';
import type { Projection, Recorded } from '../record/projection.ts';
import { reachStage } from '../submission/stage.ts';

const releasing: ReadonlySet<string> = new Set(['AwardPassed', 'AwardReferred', 'AwardFailed']);

/** What a release says of an award, whichever way it goes. */
const released = ({ status, fact }: Recorded<Award, AwardFact>) => ({ status, released_at: fact.at });

export const awardProjection: Projection<Award, AwardFact> = {
  async project(writing, recorded) {
    const { stream, version, status, context, fact } = recorded;
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
        await update.set({ version, ...released(recorded) }).execute();
        await reachStage(writing, context.submission, 'released', fact.at);
        break;
      case 'AwardVoided':
        await update.set({ status, version, voided_at: fact.at, voided_reason: fact.reason }).execute();
        break;
      default:
        await update.set({ status, version }).execute();
    }
  },
  // A batch is released together: a few statements for all of it, rather than a few for each.
  async projectAll(writing, many) {
    if (!many.every(({ fact }) => releasing.has(fact.type))) {
      for (const recorded of many) await awardProjection.project(writing, recorded);
      return;
    }
    for (const [, alike] of Map.groupBy(many, ({ status, fact }) => `${status} ${fact.at}`)) {
      const [first] = alike;
      if (first === undefined) continue;
      for (const piece of inPieces(alike))
        await writing
          .updateTable('award')
          .set(({ eb }) => ({ version: eb('version', '+', 1), ...released(first) }))
          .where(
            'award',
            'in',
            piece.map(({ stream }) => stream),
          )
          .execute();
      await reachStage(
        writing,
        alike.map(({ context }) => context.submission),
        'released',
        first.fact.at,
      );
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
