import type { Review, ReviewFact } from '@assay/engine';
import type { Writing } from '../database.ts';
import type { Projection } from '../record/projection.ts';
import { reachStage } from '../submission/stage.ts';
import { noteProgress } from '../submission/tally.ts';

export const reviewProjection: Projection<Review, ReviewFact> = {
  async project(writing, { stream, version, status, context, fact }) {
    const { submission, candidate, provider, cohort, assessor, due, attempt, round, scores } = context;
    const shown = { assessor, due_at: due?.at ?? null, status, version, round, judged: Object.keys(scores).length };
    if (fact.type === 'ReviewOpened') {
      await writing
        .insertInto('review')
        .values({ review: stream, submission, candidate, provider, cohort, attempt, allocated_at: null, ...shown })
        .execute();
      await noteProgress(writing, context);
      return;
    }
    await writing.updateTable('review').set(shown).where('review', '=', stream).execute();
    if (fact.type === 'StandardJudged') await noteProgress(writing, context);
    await projectFact(writing, stream, submission, round, fact);
  },
  messages({ context, fact }) {
    if (fact.type === 'AssessorAllocated')
      return [{ kind: 'notice', person: fact.assessor, says: 'A portfolio was allocated to you.', link: '/queue' }];
    if (fact.type === 'ReviewReopened' && context.assessor !== null) {
      return [
        {
          kind: 'notice',
          person: context.assessor,
          says: 'A moderator sent a review back to you with queries.',
          link: `/review/${context.review}`,
        },
      ];
    }
    return [];
  },
};

async function projectFact(
  writing: Writing,
  review: string,
  submission: string,
  round: number,
  fact: ReviewFact,
): Promise<void> {
  switch (fact.type) {
    case 'AssessorAllocated':
      await writing.updateTable('review').set({ allocated_at: fact.at }).where('review', '=', review).execute();
      await reachStage(writing, submission, 'marking', fact.at);
      break;
    case 'AllocationDeclined':
      await writing.updateTable('review').set({ allocated_at: null }).where('review', '=', review).execute();
      await reachStage(writing, submission, 'allocation', fact.at);
      break;
    case 'EvidenceConfirmed': {
      const { standard, source } = fact;
      const test = {
        valid: Number(fact.valid),
        authentic: Number(fact.authentic),
        current: Number(fact.current),
        sufficient: Number(fact.sufficient),
      };
      await writing
        .insertInto('confirmation')
        .values({ review, standard, source, ...test })
        .onConflict((conflict) => conflict.columns(['review', 'standard', 'source']).doUpdateSet(test))
        .execute();
      break;
    }
    case 'StandardJudged': {
      const { standard, score, reason, at } = fact;
      const judged = { score, reason, evidence: JSON.stringify(fact.evidence), at };
      await writing
        .insertInto('judgement')
        .values({ review, standard, ...judged })
        .onConflict((conflict) => conflict.columns(['review', 'standard']).doUpdateSet(judged))
        .execute();
      break;
    }
    case 'GateJudged': {
      const judged = { met: Number(fact.met), reason: fact.reason };
      await writing
        .insertInto('gate')
        .values({ review, component: fact.component, ...judged })
        .onConflict((conflict) => conflict.columns(['review', 'component']).doUpdateSet(judged))
        .execute();
      break;
    }
    case 'VisitRecorded':
    case 'DiscussionRecorded': {
      const kind = fact.type === 'VisitRecorded' ? 'visit' : 'discussion';
      const held = {
        held_on: fact.on,
        minutes: fact.type === 'DiscussionRecorded' ? fact.minutes : null,
        account: fact.account,
      };
      await writing
        .insertInto('occasion')
        .values({ review, kind, ...held })
        .onConflict((conflict) => conflict.columns(['review', 'kind']).doUpdateSet(held))
        .execute();
      break;
    }
    case 'CoverageNoted':
      for (const statement of fact.statements) await cover(writing, review, statement, 'noted', null);
      break;
    case 'CoverageWaived':
      await cover(writing, review, fact.statement, 'waived', fact.reason);
      break;
    case 'ReviewReopened':
      for (const { standard, says } of fact.queries)
        await writing.insertInto('query').values({ review, round, standard, says }).execute();
      await reachStage(writing, submission, 'marking', fact.at);
      break;
  }
}

async function cover(
  writing: Writing,
  review: string,
  statement: string,
  state: 'noted' | 'waived',
  reason: string | null,
): Promise<void> {
  await writing
    .insertInto('coverage')
    .values({ review, statement, state, reason })
    .onConflict((conflict) => conflict.columns(['review', 'statement']).doUpdateSet({ state, reason }))
    .execute();
}
