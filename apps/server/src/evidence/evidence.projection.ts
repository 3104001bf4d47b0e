import type { EvidenceFact, EvidenceItem } from '@assay/engine';
import type { Writing } from '../database.ts';
import { inPieces } from '../record/pieces.ts';
import type { Projection, Recorded } from '../record/projection.ts';
import { countEvidence } from '../submission/tally.ts';
import { isHeld, projectConcern } from './concern.projection.ts';
import { evidenceMessages } from './evidence.messages.ts';

export const evidenceProjection: Projection<EvidenceItem, EvidenceFact> = {
  async project(writing, recorded) {
    const { stream, context, fact } = recorded;
    const { submission } = context;
    if (fact.type === 'ItemAdded') await writing.insertInto('item').values(addedOf(recorded)).execute();
    else await writing.updateTable('item').set(shownOf(recorded)).where('item', '=', stream).execute();
    await projectConcern(writing, recorded);
    if (await projectClaim(writing, stream, submission, fact)) await countEvidence(writing, submission);
  },
  // Whole portfolios at once: a row is written as it is in the end, and a portfolio is counted once.
  async projectAll(writing, many) {
    if (!many.every(({ fact }) => gathering.has(fact.type))) {
      for (const recorded of many) await evidenceProjection.project(writing, recorded);
      return;
    }
    const last = new Map(many.map((recorded) => [recorded.stream, recorded]));
    const added = new Set(many.flatMap(({ stream, fact }) => (fact.type === 'ItemAdded' ? [stream] : [])));
    const [fresh, known] = [[...added].flatMap((item) => last.get(item) ?? []), last.values()];
    for (const piece of inPieces(fresh)) await writing.insertInto('item').values(piece.map(addedOf)).execute();
    for (const recorded of known)
      if (!added.has(recorded.stream))
        await writing.updateTable('item').set(shownOf(recorded)).where('item', '=', recorded.stream).execute();
    await claimAll(writing, many);
    const counted = many.filter(({ fact }) => fact.type === 'ItemAdded' || fact.type === 'StatementClaimed');
    for (const submission of new Set(counted.map(({ context }) => context.submission)))
      await countEvidence(writing, submission);
  },
  messages: evidenceMessages,
};

type Told = Recorded<EvidenceItem, EvidenceFact>;

/** Facts that add to a portfolio, or settle what is in it, and take nothing away. */
const gathering: ReadonlySet<string> = new Set<EvidenceFact['type']>([
  'ItemAdded',
  'ItemDescribed',
  'StatementClaimed',
  'ItemDeclared',
  'ItemLocked',
  'ItemUnlocked',
]);

function shownOf({ version, status, context }: Told) {
  const { title, component, method, dated, content, corrected, aiUse } = context;
  return {
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
    corrected_hash: corrected?.hash ?? null,
    corrected_bytes: corrected?.bytes ?? null,
    corrected_media_type: corrected?.mediaType ?? null,
    corrected_file_name: corrected?.name ?? null,
    ...(isHeld(status) ? {} : { held_at: null }),
  };
}

function addedOf(recorded: Told) {
  const { submission, candidate, provider } = recorded.context;
  return { item: recorded.stream, submission, candidate, provider, held_at: null, ...shownOf(recorded) };
}

async function claimAll(writing: Writing, many: readonly Told[]): Promise<void> {
  const claims = new Map(
    many.flatMap(({ stream: item, context: { submission }, fact }) =>
      fact.type === 'StatementClaimed'
        ? [[`${item} ${fact.statement}`, { item, submission, statement: fact.statement, place: fact.place }] as const]
        : [],
    ),
  );
  for (const piece of inPieces([...claims.values()]))
    await writing
      .insertInto('claim')
      .values(piece)
      .onConflict((conflict) =>
        conflict.columns(['item', 'statement']).doUpdateSet(({ ref }) => ({ place: ref('excluded.place') })),
      )
      .execute();
}

/** Keeps what a fact changes about items and claims; answers whether anything is to be counted anew. */
async function projectClaim(writing: Writing, item: string, submission: string, fact: EvidenceFact): Promise<boolean> {
  switch (fact.type) {
    case 'ItemAdded':
      return true;
    case 'StatementClaimed': {
      const { statement, place } = fact;
      await writing
        .insertInto('claim')
        .values({ item, submission, statement, place })
        .onConflict((conflict) => conflict.columns(['item', 'statement']).doUpdateSet({ place }))
        .execute();
      return true;
    }
    case 'ClaimWithdrawn':
      await writing.deleteFrom('claim').where('item', '=', item).where('statement', '=', fact.statement).execute();
      return true;
    case 'ItemRemoved':
      await writing.deleteFrom('claim').where('item', '=', item).execute();
      return true;
    default:
      return false;
  }
}
