import type { Award, AwardFact } from '@assay/engine';
import type { Writing } from '../database.ts';
import { inPieces } from '../record/pieces.ts';
import type { Projection, Recorded } from '../record/projection.ts';
import { reachStage } from '../submission/stage.ts';
import { awardMessages } from './award.messages.ts';

const releasing: ReadonlySet<string> = new Set(['AwardPassed', 'AwardReferred', 'AwardFailed']);

/** What a release says of an award, whichever way it goes. */
const released = ({ status, fact: { at } }: Recorded<Award, AwardFact>) => ({
  status,
  released_at: at,
  registered_at: at,
});

export const awardProjection: Projection<Award, AwardFact> = {
  async project(writing, recorded) {
    const { stream, version, status, context, fact } = recorded;
    if (fact.type === 'AwardRecommended') {
      const { submission, candidate, provider, cohort, batch, attempt, outcome } = fact;
      const later = { released_at: null, voided_at: null, voided_reason: null, registered_at: null };
      await writing
        .insertInto('award')
        .values({
          award: stream,
          submission,
          candidate,
          provider,
          cohort,
          batch,
          attempt,
          status,
          version,
          outcome,
          ...later,
        })
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
      case 'AwardCorrected':
      case 'AwardCorrectedToPass':
      case 'AwardCorrectedToRefer':
      case 'AwardCorrectedToFail':
        await update.set({ status, version, outcome: fact.outcome }).execute();
        await keepCorrection(writing, stream, version, fact);
        break;
      case 'AwardVoided':
        await update.set({ status, version, voided_at: fact.at, voided_reason: fact.reason }).execute();
        break;
      case 'AwardDisallowed':
        await update
          .set({
            status,
            version,
            voided_at: fact.at,
            voided_reason: fact.reason,
            registered_at: context.releasedAt ?? fact.at,
          })
          .execute();
        // Whoever has seen a result still sees it, as void; who has not will not.
        if (context.releasedAt === null) await reachStage(writing, context.submission, 'voided', fact.at);
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
  messages: ({ context, fact }) => awardMessages(context, fact),
};

function keepCorrection(
  writing: Writing,
  award: string,
  version: number,
  { review, at, reason, changes }: Extract<AwardFact, { changes: unknown }>,
) {
  return writing
    .insertInto('award_correction')
    .values({ award, version, ordered_by: review, at, reason, changes: JSON.stringify(changes) })
    .execute();
}
