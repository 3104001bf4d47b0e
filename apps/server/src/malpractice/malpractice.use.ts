import {
  itemId,
  malpractice,
  malpracticeId,
  moderation,
  personId,
  providerId,
  type Batch,
  type ItemId,
  type Manifest,
  type SubmissionId,
} from '@assay/engine';
import type { Writing } from '../database.ts';
import { AssayError, notFound } from '../record/errors.ts';
import type { Unit } from '../record/unit.ts';

export interface Reported {
  readonly submission: SubmissionId;
  readonly says: string;
  /** Items by their ids, or by their numbers in the submitted portfolio. */
  readonly evidence: readonly (ItemId | `E${number}`)[];
}

/** Reports malpractice. Whoever has nothing to do with the portfolio is told that there is none. */
export async function reportMalpractice(unit: Unit, { submission, says, evidence }: Reported) {
  const tables = await unit.tables();
  const row = await tables
    .selectFrom('submission')
    .select(['candidate', 'provider', 'manifest'])
    .where('submission', '=', submission)
    .executeTakeFirst();
  if (row === undefined) throw notFound('submission');
  const marking = await tables
    .selectFrom('review')
    .select('assessor')
    .distinct()
    .where('submission', '=', submission)
    .where('assessor', 'is not', null)
    .orderBy('assessor')
    .execute();
  const assessors = marking.flatMap(({ assessor }) => (assessor === null ? [] : [personId(assessor)]));
  const candidate = personId(row.candidate);
  const provider = providerId(row.provider);
  const reads = unit.actors.some(({ person, role, provider: of }) =>
    role === 'assessor' ? assessors.includes(person) : (role === 'moderator' || role === 'provider') && of === provider,
  );
  const external = unit.actors.some(({ role, provider: of }) => role === 'externalModerator' && of === provider);
  if (!reads && !(external && (await isExternallySampled(tables, submission)))) throw notFound('submission');
  const items = await itemsNamed(tables, submission, evidence);
  const opened = malpracticeId(unit.given.freshId());
  const { version, status } = await unit.change(malpractice, opened, 0, (by, at) => ({
    type: 'ReportMalpractice',
    malpractice: opened,
    submission,
    candidate,
    provider,
    assessors,
    says,
    evidence: items,
    by,
    at,
  }));
  return { version, status, malpractice: opened };
}

/** An external moderator knows of a portfolio what was drawn for them. */
async function isExternallySampled(tables: Writing, submission: string): Promise<boolean> {
  const batches = await tables
    .selectFrom('batch_portfolio')
    .innerJoin('stream', 'stream.id', 'batch_portfolio.batch')
    .select('stream.context')
    .where('batch_portfolio.submission', '=', submission)
    .where('stream.workflow', '=', moderation.name)
    .execute();
  return batches.some(({ context }) => {
    const { external }: Batch = JSON.parse(context);
    return external?.sample.some((drawn) => drawn.submission === submission) === true;
  });
}

async function itemsNamed(
  tables: Writing,
  submission: SubmissionId,
  named: Reported['evidence'],
): Promise<readonly ItemId[]> {
  if (named.length === 0) return [];
  const rows = await tables
    .selectFrom('item')
    .select('item')
    .where('submission', '=', submission)
    .where('status', '!=', 'removed')
    .execute();
  const known = new Map(rows.map(({ item }) => [item, itemId(item)]));
  for (const [source, item] of await numbered(tables, submission)) known.set(source, itemId(item));
  const items = named.map((name) => {
    const item = known.get(name);
    if (item === undefined)
      throw new AssayError({
        code: 'malformed',
        fields: [{ path: 'evidence', says: `${name} is no evidence of this portfolio.` }],
      });
    return item;
  });
  return [...new Set(items)];
}

/** `E1`, `E2`, … with the item each stands for; none before the portfolio was handed in. */
async function numbered(tables: Writing, submission: string): Promise<(readonly [string, string])[]> {
  const row = await tables
    .selectFrom('submission')
    .select('manifest')
    .where('submission', '=', submission)
    .executeTakeFirst();
  if (row?.manifest == null) return [];
  const { items }: Manifest = JSON.parse(row.manifest);
  return items.map(({ number, item }) => [`E${number}`, item] as const);
}
