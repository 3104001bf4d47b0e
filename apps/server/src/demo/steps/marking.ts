import { review, type Measure, type ReviewId, type Rulebook, type Source, type Sources } from '@assay/engine';
import { acceptedOf, type Story } from '../stories.ts';
import type { Unit } from '../../record/unit.ts';
import { scoreOf } from '../portfolio/scores.ts';
import { roll } from '../seeded.ts';
import { reasonFor } from '../texts/reasons.ts';

/** What a candidate's claims offer for one standard: items of the manifest by their number. */
export function claimedFor(story: Story, code: string): Source[] {
  return acceptedOf(story).manifest.items.flatMap(({ number, claims }): Source[] =>
    Object.hasOwn(claims, code) ? [`E${number}`] : [],
  );
}

/**
 * Confirms the evidence for one standard and judges it. Where the items are of one method only, the visit or the
 * discussion stands beside them; a third item is sometimes found not to suffice.
 */
export async function judge(
  unit: Unit,
  story: Story,
  measure: Measure,
  given: { score?: number; note?: string } = {},
): Promise<void> {
  const { review: id } = acceptedOf(story);
  const key = `${story.player.email}/${measure.code}`;
  const score = given.score ?? scoreOf(story, measure);
  const { evidence, doubted } = await sourcesFor(unit, story, measure, score);
  for (const source of evidence) await confirm(unit, id, measure, source, true);
  for (const source of doubted) await confirm(unit, id, measure, source, false);
  const found = reasonFor(`${key}/reason/${score}`, measure.code, score, evidence);
  const reason = given.note === undefined ? found : `${given.note} ${found}`;
  await unit.change(review, id, null, (by, at) => ({
    type: 'JudgeStandard',
    standard: measure.code,
    score,
    reason,
    evidence,
    by,
    at,
  }));
}

async function confirm(
  unit: Unit,
  id: ReviewId,
  { code }: Measure,
  source: Source,
  sufficient: boolean,
): Promise<void> {
  await unit.change(review, id, null, (by, at) => ({
    type: 'ConfirmEvidence',
    standard: code,
    source,
    valid: true,
    authentic: true,
    current: true,
    sufficient,
    by,
    at,
  }));
}

async function sourcesFor(
  unit: Unit,
  story: Story,
  { code }: Measure,
  score: number,
): Promise<{ evidence: Source[]; doubted: Source[] }> {
  const claimed = claimedFor(story, code);
  if (score < unit.given.book.threshold) return { evidence: claimed.slice(0, 1), doubted: claimed.slice(1, 2) };
  const [first, second, third, ...more] = claimed;
  const sources = await methodsOf(unit, story);
  const key = `${story.player.email}/${code}`;
  const pair = [first, second].flatMap((source) => source ?? []);
  const occasions = (['visit', 'discussion'] as const).filter((source) => Object.hasOwn(sources, source));
  const beside = occasions.filter((source, index) =>
    needsAnother(pair, sources, unit.given.book) ? index === 0 : roll(`${key}/${source}`) < 0.12,
  );
  const extra = third === undefined ? [] : [third, ...more];
  const counts = roll(`${key}/third`) < 0.7;
  return { evidence: [...pair, ...(counts ? extra : []), ...beside], doubted: counts ? [] : extra };
}

function needsAnother(pair: readonly Source[], sources: Sources, { sufficiency }: Rulebook): boolean {
  return pair.length < sufficiency.items || new Set(pair.map((source) => sources[source])).size < sufficiency.methods;
}

/** Method by source, the visit and the discussion included once they are recorded. */
async function methodsOf(unit: Unit, story: Story): Promise<Sources> {
  const { review: id, manifest } = acceptedOf(story);
  const held = await (await unit.tables()).selectFrom('occasion').select('kind').where('review', '=', id).execute();
  return Object.fromEntries([
    ...manifest.items.map(({ number, method }) => [`E${number}`, method] as const),
    ...held.map(({ kind }) => [kind, kind === 'visit' ? 'observation' : 'discussion'] as const),
  ]);
}
