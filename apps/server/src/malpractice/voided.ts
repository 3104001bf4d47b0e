import { review, type MalpracticeProven, type Review, type ReviewFact } from '@assay/engine';
import type { Writing } from '../database.ts';
import { manifestOfSubmission } from '../submission/submission.use.ts';
import type { Unit } from '../record/unit.ts';

const reason = 'A case of malpractice has voided this evidence.';

/** What a case has voided counts in no review of the portfolio any more, not in a sealed one that is reopened either. */
export async function setVoidedAside(unit: Unit, proven: MalpracticeProven): Promise<void> {
  if (proven.voided.evidence.length === 0) return;
  const tables = await unit.tables();
  const open = await tables
    .selectFrom('review')
    .innerJoin('stream', 'stream.id', 'review.review')
    .select(['review.review', 'stream.context'])
    .where('review.submission', '=', proven.submission)
    .orderBy('review.review')
    .execute();
  if (open.length === 0) return;
  const voided = await sourcesOf(tables, proven.submission, proven.voided.evidence);
  for (const { review: id, context } of open) {
    const { sources, aside }: Review = JSON.parse(context);
    await setAside(
      unit,
      id,
      voided.filter((source) => Object.hasOwn(sources, source) && !aside.includes(source)),
      proven,
    );
  }
}

/** A review that is opened later does not count it either. */
export async function startWithoutVoided(unit: Unit, opened: Extract<ReviewFact, { type: 'ReviewOpened' }>) {
  const tables = await unit.tables();
  const rows = await tables
    .selectFrom('malpractice')
    .select('voided')
    .where('submission', '=', opened.submission)
    .where('voided', 'is not', null)
    .execute();
  const evidence = rows.flatMap(({ voided }) => {
    const said: MalpracticeProven['voided'] = JSON.parse(voided ?? '{"evidence":[]}');
    return said.evidence;
  });
  if (evidence.length > 0)
    await setAside(unit, opened.review, await sourcesOf(tables, opened.submission, evidence), opened);
}

/** Items by their numbers in the submitted portfolio. */
async function sourcesOf(tables: Writing, submission: string, evidence: readonly string[]) {
  const { items } = await manifestOfSubmission(tables, submission);
  return items.filter(({ item }) => evidence.includes(item)).map(({ number }) => `E${number}` as const);
}

async function setAside(
  unit: Unit,
  id: string,
  sources: readonly `E${number}`[],
  { by, at }: Pick<MalpracticeProven, 'by' | 'at'>,
): Promise<void> {
  for (const source of sources)
    await unit.change(review, id, null, () => ({
      type: 'SetAside',
      source,
      reason,
      by: { ...by, role: 'system' },
      at,
    }));
}
