import type { ReviewFact } from '@assay/engine';
import type { Writing } from '../database.ts';
import { inPieces } from '../record/pieces.ts';

/** Keeps what a marker found: confirmations, judgements, gates, occasions and coverage, each as it stands now. */
export async function projectFinding(writing: Writing, review: string, round: number, fact: ReviewFact): Promise<void> {
  switch (fact.type) {
    case 'EvidenceConfirmed':
      await confirm(writing, [confirmationOf(review, fact)]);
      break;
    case 'SourceSetAside':
      // What it was confirmed for falls with it; once it is restored it is confirmed anew.
      await writing.deleteFrom('confirmation').where('review', '=', review).where('source', '=', fact.source).execute();
      break;
    case 'StandardJudged':
      await judge(writing, [judgementOf(review, fact)]);
      break;
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
      await cover(writing, review, fact.statements, 'noted', null);
      break;
    case 'CoverageWaived':
      await cover(writing, review, [fact.statement], 'waived', fact.reason);
      break;
    case 'ReviewReopened':
      for (const { standard, says } of fact.queries)
        await writing.insertInto('query').values({ review, round, standard, says }).execute();
      break;
  }
}

/** Keeps many findings of one review of which none undoes another, the last of each standard and source. */
export async function projectFindings(
  writing: Writing,
  review: string,
  round: number,
  facts: readonly ReviewFact[],
): Promise<void> {
  const confirmed = new Map<string, Confirmed>();
  const judged = new Map<string, Judged>();
  for (const fact of facts) {
    if (fact.type === 'EvidenceConfirmed')
      confirmed.set(`${fact.standard} ${fact.source}`, confirmationOf(review, fact));
    else if (fact.type === 'StandardJudged') judged.set(fact.standard, judgementOf(review, fact));
    else await projectFinding(writing, review, round, fact);
  }
  await confirm(writing, [...confirmed.values()]);
  await judge(writing, [...judged.values()]);
}

type Confirmed = ReturnType<typeof confirmationOf>;
type Judged = ReturnType<typeof judgementOf>;

function confirmationOf(
  review: string,
  { standard, source, valid, authentic, current, sufficient }: Extract<ReviewFact, { type: 'EvidenceConfirmed' }>,
) {
  return {
    review,
    standard,
    source,
    valid: Number(valid),
    authentic: Number(authentic),
    current: Number(current),
    sufficient: Number(sufficient),
  };
}

function judgementOf(
  review: string,
  { standard, score, reason, evidence, at }: Extract<ReviewFact, { type: 'StandardJudged' }>,
) {
  return { review, standard, score, reason, evidence: JSON.stringify(evidence), at };
}

async function confirm(writing: Writing, confirmed: readonly Confirmed[]): Promise<void> {
  for (const piece of inPieces(confirmed))
    await writing
      .insertInto('confirmation')
      .values(piece)
      .onConflict((conflict) =>
        conflict.columns(['review', 'standard', 'source']).doUpdateSet(({ ref }) => ({
          valid: ref('excluded.valid'),
          authentic: ref('excluded.authentic'),
          current: ref('excluded.current'),
          sufficient: ref('excluded.sufficient'),
        })),
      )
      .execute();
}

async function judge(writing: Writing, judged: readonly Judged[]): Promise<void> {
  for (const piece of inPieces(judged))
    await writing
      .insertInto('judgement')
      .values(piece)
      .onConflict((conflict) =>
        conflict.columns(['review', 'standard']).doUpdateSet(({ ref }) => ({
          score: ref('excluded.score'),
          reason: ref('excluded.reason'),
          evidence: ref('excluded.evidence'),
          at: ref('excluded.at'),
        })),
      )
      .execute();
}

async function cover(
  writing: Writing,
  review: string,
  statements: readonly string[],
  state: 'noted' | 'waived',
  reason: string | null,
): Promise<void> {
  // Each once: one statement may not write a row twice.
  for (const piece of inPieces([...new Set(statements)]))
    await writing
      .insertInto('coverage')
      .values(piece.map((statement) => ({ review, statement, state, reason })))
      .onConflict((conflict) => conflict.columns(['review', 'statement']).doUpdateSet({ state, reason }))
      .execute();
}
