import {
  review,
  reviewId,
  type AnyFact,
  type Portfolio,
  type Review,
  type ReviewId,
  type ReviewOpened,
} from '@assay/engine';
import type { Writing } from '../database.ts';
import type { Unit } from '../record/unit.ts';
import { manifestOfSubmission } from '../submission/submission.use.ts';

type Source = `E${number}`;

const following = ({ by, at }: AnyFact) => ({ by: { ...by, role: 'system' as const }, at });

/** A quarantined item counts in no review of its submission, sealed ones included: a reopened one must not rest on it. */
export async function setAside(unit: Unit, fact: AnyFact & Portfolio): Promise<void> {
  const reason = 'The item is quarantined: it breaks somebody’s confidentiality.';
  for (const { review: id, source, aside } of await reviewsOf(await unit.tables(), fact))
    if (!aside.includes(source))
      await unit.change(review, id, null, () => ({ type: 'SetAside', source, reason, ...following(fact) }));
}

/** What was set aside may be confirmed anew, wherever it was. */
export async function restore(unit: Unit, fact: AnyFact & Portfolio): Promise<void> {
  const reason = 'The item is released.';
  for (const { review: id, source, aside } of await reviewsOf(await unit.tables(), fact))
    if (aside.includes(source))
      await unit.change(review, id, null, () => ({ type: 'RestoreSource', source, reason, ...following(fact) }));
}

/** A review that opens while items are quarantined begins without them. */
export async function setAsideQuarantined(unit: Unit, opened: ReviewOpened): Promise<void> {
  const tables = await unit.tables();
  const quarantined = await tables
    .selectFrom('item')
    .select('item')
    .where('submission', '=', opened.submission)
    .where('status', '=', 'quarantined')
    .orderBy('item')
    .execute();
  if (quarantined.length === 0) return;
  const { items } = await manifestOfSubmission(tables, opened.submission);
  const away = new Set(quarantined.map(({ item }) => item));
  for (const { item, number } of items)
    if (away.has(item))
      await unit.change(review, opened.review, null, () => ({
        type: 'SetAside',
        source: `E${number}`,
        reason: 'The item was quarantined before this review began.',
        ...following(opened),
      }));
}

/** The reviews of a submission, what each has set aside, and as which source they know the item; none where it was not submitted. */
async function reviewsOf(
  tables: Writing,
  { submission, item }: Portfolio,
): Promise<readonly { review: ReviewId; source: Source; aside: Review['aside'] }[]> {
  const rows = await tables
    .selectFrom('review')
    .innerJoin('stream', 'stream.id', 'review.review')
    .select(['review.review', 'stream.context'])
    .where('review.submission', '=', submission)
    .orderBy('review.review')
    .execute();
  if (rows.length === 0) return [];
  const { items } = await manifestOfSubmission(tables, submission);
  const listed = items.find((entry) => entry.item === item);
  if (listed === undefined) return [];
  return rows.map(({ review: id, context }) => {
    const { aside }: Review = JSON.parse(context);
    return { review: reviewId(id), source: `E${listed.number}`, aside };
  });
}
