import {
  manifestOf,
  reviewId,
  submission,
  type EvidenceItem,
  type Manifest,
  type Submission,
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

/** The state of the sender's own submission. Throws notFound where it is somebody else's. */
export async function ownAttempt(unit: Unit, id: SubmissionId): Promise<Submission> {
  const row = await (
    await unit.tables()
  )
    .selectFrom('submission')
    .innerJoin('stream', 'stream.id', 'submission.submission')
    .select(['submission.candidate', 'stream.context'])
    .where('submission.submission', '=', id)
    .executeTakeFirst();
  if (row === undefined || !unit.actors.some(({ person }) => person === row.candidate)) throw notFound('submission');
  const context: Submission = JSON.parse(row.context);
  return context;
}

/** Its own declaration stands against an item that is away for a breach: it goes along once it is back. */
const goesAlong: ReadonlySet<string> = new Set(['draft', 'declared']);

/** What a submission sends to the engine: the manifest of the portfolio as it stands and what is not declared yet. */
export function submittal(portfolio: readonly { item: EvidenceItem; status: string }[], declaration: boolean) {
  return {
    type: 'Submit' as const,
    manifest: manifestOf(portfolio.filter(({ status }) => goesAlong.has(status)).map(({ item }) => item)),
    undeclared: portfolio.filter(({ status }) => status === 'draft').map(({ item }) => item.item),
    declaration,
  };
}

/** Submits a portfolio as it stands. */
export async function submitPortfolio(unit: Unit, id: SubmissionId, seen: number, declaration: boolean) {
  const portfolio = await portfolioOf(await unit.tables(), id);
  return unit.change(submission, id, seen, (by, at) => ({ ...submittal(portfolio, declaration), by, at }));
}

/** Returns a portfolio to its candidate. */
export function returnPortfolio(unit: Unit, id: SubmissionId, seen: number, reason: string) {
  return unit.change(submission, id, seen, (by, at) => ({ type: 'ReturnSubmission', reason, by, at }));
}

/** Accepts a portfolio: it is locked for ever. Answers the review of it that opens. */
export async function acceptPortfolio(unit: Unit, id: SubmissionId, seen: number) {
  const { version, status } = await unit.change(submission, id, seen, (by, at) => ({
    type: 'AcceptSubmission',
    by,
    at,
  }));
  const { review } = await (
    await unit.tables()
  )
    .selectFrom('review')
    .select('review')
    .where('submission', '=', id)
    .where('marker', '=', 'first')
    .executeTakeFirstOrThrow();
  return { version, status, review: reviewId(review) };
}

/** The manifest that was submitted last. Throws notFound where nothing was submitted. */
export async function manifestOfSubmission(db: Database | Writing, id: string): Promise<Manifest> {
  const row = await db.selectFrom('submission').select('manifest').where('submission', '=', id).executeTakeFirst();
  if (row?.manifest == null) throw notFound('submitted portfolio');
  const manifest: Manifest = JSON.parse(row.manifest);
  return manifest;
}
