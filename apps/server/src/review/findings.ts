import type { Database } from '../database.ts';

export interface EvidenceTestView {
  readonly valid: boolean;
  readonly authentic: boolean;
  readonly current: boolean;
  readonly sufficient: boolean;
}

/** What a marker found so far. */
export interface FindingsView {
  readonly visit: { readonly on: string; readonly account: string } | null;
  readonly discussion: { readonly on: string; readonly minutes: number; readonly account: string } | null;
  readonly judgements: Readonly<
    Record<
      string,
      { readonly score: number; readonly reason: string; readonly evidence: readonly string[]; readonly at: string }
    >
  >;
  readonly confirmations: Readonly<Record<string, Readonly<Record<string, EvidenceTestView>>>>;
  readonly gates: Readonly<Record<string, { readonly met: boolean; readonly reason: string }>>;
  readonly coverage: Readonly<Record<string, { readonly state: string; readonly reason: string | null }>>;
  readonly queries: readonly { readonly standard: string; readonly says: string; readonly round: number }[];
}

/** Everything that one review holds, by standard, gate and statement. Asked at once: none of it waits for another. */
export async function findingsOf(db: Database, review: string): Promise<FindingsView> {
  const [judged, confirmed, gates, occasions, coverage, queries] = await Promise.all([
    db
      .selectFrom('judgement')
      .select(['standard', 'score', 'reason', 'evidence', 'at'])
      .where('review', '=', review)
      .execute(),
    db
      .selectFrom('confirmation')
      .select(['standard', 'source', 'valid', 'authentic', 'current', 'sufficient'])
      .where('review', '=', review)
      .execute(),
    db.selectFrom('gate').select(['component', 'met', 'reason']).where('review', '=', review).execute(),
    db.selectFrom('occasion').select(['kind', 'held_on', 'minutes', 'account']).where('review', '=', review).execute(),
    db.selectFrom('coverage').select(['statement', 'state', 'reason']).where('review', '=', review).execute(),
    db
      .selectFrom('query')
      .select(['standard', 'says', 'round'])
      .where('review', '=', review)
      .orderBy('round')
      .execute(),
  ]);
  const visit = occasions.find(({ kind }) => kind === 'visit');
  const discussion = occasions.find(({ kind }) => kind === 'discussion');
  const confirmations: Record<string, Record<string, EvidenceTestView>> = {};
  for (const { standard, source, valid, authentic, current, sufficient } of confirmed)
    (confirmations[standard] ??= {})[source] = {
      valid: valid === 1,
      authentic: authentic === 1,
      current: current === 1,
      sufficient: sufficient === 1,
    };
  return {
    visit: visit === undefined ? null : { on: visit.held_on, account: visit.account },
    discussion:
      discussion === undefined
        ? null
        : { on: discussion.held_on, minutes: discussion.minutes ?? 0, account: discussion.account },
    judgements: Object.fromEntries(
      judged.map(({ standard, score, reason, evidence, at }) => [
        standard,
        { score, reason, evidence: listIn(evidence), at },
      ]),
    ),
    confirmations,
    gates: Object.fromEntries(gates.map(({ component, met, reason }) => [component, { met: met === 1, reason }])),
    coverage: Object.fromEntries(coverage.map(({ statement, state, reason }) => [statement, { state, reason }])),
    queries: queries.map(({ standard, says, round }) => ({ standard, says, round })),
  };
}

function listIn(json: string): string[] {
  const list: string[] = JSON.parse(json);
  return list;
}
