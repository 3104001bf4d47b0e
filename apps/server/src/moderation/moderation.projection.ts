import type { Batch, Drawn, ModerationFact } from '@assay/engine';
import type { Writing } from '../database.ts';
import { inPieces } from '../record/pieces.ts';
import type { Projection, Recorded } from '../record/projection.ts';
import { reachStage } from '../submission/stage.ts';
import { projectExternal } from './external.projection.ts';

export const moderationProjection: Projection<Batch, ModerationFact> = {
  async project(writing, recorded) {
    const { stream, version, status, context, fact } = recorded;
    if (fact.type === 'BatchPlanned') {
      const { cohort, provider, title, seed, everyKth, at } = fact;
      const unsigned = { signed_by: null, signed_at: null, signed_statement: null, signed_digest: null };
      const planned = { batch: stream, cohort, provider, title, seed, every_kth: everyKth, planned_at: at };
      await writing
        .insertInto('batch')
        .values({ ...planned, status, version, due_at: null, report: null, ...unsigned })
        .execute();
      return;
    }
    await writing
      .updateTable('batch')
      .set({ status, version, due_at: context.due?.at ?? null })
      .where('batch', '=', stream)
      .execute();
    await projectPortfolios(writing, recorded);
    await projectExternal(writing, stream, fact);
    const batch = writing.updateTable('batch').where('batch', '=', stream);
    if (fact.type === 'PlanRevised') await batch.set({ seed: fact.seed, every_kth: fact.everyKth }).execute();
    if (fact.type === 'ReleaseApproved' || fact.type === 'ReleaseWithheld')
      await batch.set({ report: fact.report }).execute();
    if (fact.type === 'BatchSignedOff') {
      const { by, at, statement, digest } = fact;
      await batch
        .set({ signed_by: by.person, signed_at: at, signed_statement: statement, signed_digest: digest })
        .execute();
    }
  },
  messages: () => [],
};

async function projectPortfolios(writing: Writing, { stream, context, fact }: Recorded<Batch, ModerationFact>) {
  const found = (submissions: readonly string[], as: 'upheld' | 'queried' | 'remarking' | null) =>
    writing
      .updateTable('batch_portfolio')
      .set({ found: as })
      .where('batch', '=', stream)
      .where('submission', 'in', submissions)
      .execute();
  switch (fact.type) {
    case 'SampleDrawn':
      await enter(writing, stream, fact);
      await reachStage(writing, submissionsIn(fact.population), 'moderation', fact.at);
      break;
    case 'SampleRedrawn':
    case 'ModerationResumed':
      // A draw begins afresh: nothing is decided of what it holds.
      await writing
        .updateTable('batch_portfolio')
        .set({ reasons: null, found: null })
        .where('batch', '=', stream)
        .execute();
      await addToSample(writing, stream, fact.sample);
      break;
    case 'ReviewUpheld':
    case 'SampleUpheld':
    case 'SampleDoubled':
    case 'RemarkingRequired':
      await found([fact.submission], 'upheld');
      if (fact.type === 'SampleDoubled') await addToSample(writing, stream, fact.added);
      break;
    case 'ReviewQueried':
      await found([fact.submission], 'queried');
      break;
    case 'AssessorReplaced':
      await found(
        fact.portfolios.map(({ submission }) => submission),
        'remarking',
      );
      break;
    case 'ReviewReceived':
    case 'RemarkingFinished': {
      const { submission, review } = fact.candidature;
      await writing
        .updateTable('batch_portfolio')
        .set({ found: null, review })
        .where('batch', '=', stream)
        .where('submission', '=', submission)
        .execute();
      await reachStage(writing, submission, 'moderation', fact.at);
      break;
    }
    case 'BatchSignedOff':
      await reachStage(writing, submissionsIn(context.population), 'signedOff', fact.at);
      break;
  }
}

const submissionsIn = (portfolios: readonly { readonly submission: string }[]) =>
  portfolios.map(({ submission }) => submission);

async function enter(
  writing: Writing,
  batch: string,
  { population, sample }: Extract<ModerationFact, { type: 'SampleDrawn' }>,
): Promise<void> {
  const drawn = new Map<string, string>(sample.map(({ submission, reasons }) => [submission, JSON.stringify(reasons)]));
  for (const piece of inPieces(population))
    await writing
      .insertInto('batch_portfolio')
      .values(
        piece.map(({ submission, review }) => ({
          batch,
          submission,
          review,
          reasons: drawn.get(submission) ?? null,
          found: null,
        })),
      )
      .execute();
}

async function addToSample(writing: Writing, batch: string, drawn: readonly Drawn[]): Promise<void> {
  for (const { submission, reasons } of drawn)
    await writing
      .updateTable('batch_portfolio')
      .set({ reasons: JSON.stringify(reasons) })
      .where('batch', '=', batch)
      .where('submission', '=', submission)
      .execute();
}
