import type { ReviewFact } from '@assay/engine';
import type { Writing } from '../database.ts';

/** Keeps what a marker found: confirmations, judgements, gates, occasions and coverage, each as it stands now. */
export async function projectFinding(writing: Writing, review: string, round: number, fact: ReviewFact): Promise<void> {
  switch (fact.type) {
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
    case 'SourceSetAside':
      // What it was confirmed for falls with it; once it is restored it is confirmed anew.
      await writing.deleteFrom('confirmation').where('review', '=', review).where('source', '=', fact.source).execute();
      break;
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
