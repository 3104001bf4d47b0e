import {
  evidence,
  manifestOf,
  marking,
  markingId,
  opensMarking,
  opensReview,
  review,
  reviewId,
  submission,
  type EvidenceItem,
  type Manifest,
  type SubmissionId,
} from '@assay/engine';
import type { Database, Writing } from '../database.ts';
import type { Unit } from '../record/unit.ts';
import { notFound } from '../record/errors.ts';

/** The items of a portfolio as the engine knows them, with the status of each. */
export async function portfolioOf(
  db: Database | Writing,
  id: SubmissionId,
): Promise<{ item: EvidenceItem; status: string }[]> {
  const rows = await db
    .selectFrom('item')
    .innerJoin('stream', 'stream.id', 'item.item')
    .select(['stream.context', 'stream.status'])
    .where('item.submission', '=', id)
    .where('item.status', '!=', 'removed')
    .orderBy('item.item')
    .execute();
  return rows.map(({ context, status }) => {
    const item: EvidenceItem = JSON.parse(context);
    return { item, status };
  });
}

/** What a submission sends to the engine: the manifest of the portfolio as it stands and what is not declared yet. */
export function submittal(portfolio: readonly { item: EvidenceItem; status: string }[], declaration: boolean) {
  return {
    type: 'Submit' as const,
    manifest: manifestOf(portfolio.map(({ item }) => item)),
    undeclared: portfolio.filter(({ status }) => status === 'draft').map(({ item }) => item.item),
    declaration,
  };
}

/** Submits a portfolio: the submission is decided, and every item of it is locked in the same transaction. */
export async function submitPortfolio(unit: Unit, id: SubmissionId, seen: number, declaration: boolean) {
  const portfolio = await portfolioOf(unit.writing, id);
  const done = await unit.change(submission, id, seen, (by, at) => ({ ...submittal(portfolio, declaration), by, at }));
  for (const { item } of portfolio) {
    await unit.change(evidence, item.item, null, (by, at) => ({ type: 'LockItem', by: { ...by, role: 'system' }, at }));
  }
  return { version: done.version, status: done.status };
}

/** Returns a portfolio to its candidate: the items open again. */
export async function returnPortfolio(unit: Unit, id: SubmissionId, seen: number, reason: string) {
  const done = await unit.change(submission, id, seen, (by, at) => ({ type: 'ReturnSubmission', reason, by, at }));
  for (const { item } of await portfolioOf(unit.writing, id)) {
    await unit.change(evidence, item.item, null, (by, at) => ({
      type: 'UnlockItem',
      by: { ...by, role: 'system' },
      at,
    }));
  }
  return { version: done.version, status: done.status };
}

/** Accepts a portfolio: it is locked for ever, and its marking and a review of exactly its manifest open. */
export async function acceptPortfolio(unit: Unit, id: SubmissionId, seen: number) {
  const done = await unit.change(submission, id, seen, (by, at) => ({ type: 'AcceptSubmission', by, at }));
  const manifest = await manifestOfSubmission(unit.writing, id);
  const opened = reviewId(unit.given.freshId());
  const marked = markingId(unit.given.freshId());
  for (const fact of done.facts) {
    if (fact.type !== 'SubmissionAccepted') continue;
    await unit.change(marking, marked, 0, () => opensMarking(fact, marked));
    await unit.change(review, opened, 0, () => opensReview(fact, manifest, opened, unit.given.book));
  }
  return { version: done.version, status: done.status, review: opened };
}

/** The manifest that was submitted last. Throws notFound where nothing was submitted. */
export async function manifestOfSubmission(db: Database | Writing, id: string): Promise<Manifest> {
  const row = await db.selectFrom('submission').select('manifest').where('submission', '=', id).executeTakeFirst();
  if (row?.manifest == null) throw notFound('submitted portfolio');
  const manifest: Manifest = JSON.parse(row.manifest);
  return manifest;
}
