import { setImmediate as breathe } from 'node:timers/promises';
import type { Database } from '../../database.ts';
import { readSignature } from '../reading/document.ts';
import { jaccard } from './jaccard.ts';
import { estimate } from './minhash.ts';
import { sharedPassages } from './passages.ts';
import { shinglesOf, wordsOf } from './shingles.ts';

/** Where a content stands as evidence. */
export interface Use {
  readonly item: string;
  readonly candidate: string;
  readonly provider: string;
  readonly submission: string;
}

/** Another candidate's content that is the same as a document or shares much of its wording. A flag, never a verdict. */
export interface Match {
  readonly hash: string;
  readonly same: boolean;
  /** The Jaccard coefficient of the two sets of five-word shingles, from 0 to 1: by the signatures, and counted. */
  readonly estimated: number;
  readonly exact: number;
  /** What of the document's own text stands in the other one, the longest first. */
  readonly passages: readonly string[];
  readonly uses: readonly Use[];
}

/** From this coefficient on two texts are told to be alike: one in which every other shingle stands in the other. */
const alikeFrom = 0.5;
/** Three standard errors of an estimate below it; what is estimated lower is not counted out. */
const countedFrom = 0.37;
/** The most that are counted out, by their estimates, and the most that are estimated. */
const countedAtMost = 20;
const estimatedAtMost = 1000;

/**
 * The contents of other candidates' submitted portfolios that are like this one, the most alike first. The candidate's
 * own, of earlier attempts too, are left out, and so is what nobody has submitted yet.
 */
export async function likenessOf(db: Database, hash: string, candidate: string): Promise<Match[]> {
  const same = await usesOf(db, [hash], candidate);
  const whole: Match[] =
    same.length === 0 ? [] : [{ hash, same: true, estimated: 1, exact: 1, passages: [], uses: same }];
  const own = await db.selectFrom('document_text').selectAll().where('hash', '=', hash).executeTakeFirst();
  if (own === undefined || own.text === null || own.signature === null) return whole;

  const signature = readSignature(own.signature);
  const near = (await neighbours(db, hash, candidate))
    .flatMap((other) =>
      other.signature === null
        ? []
        : [{ hash: other.hash, estimated: estimate(signature, readSignature(other.signature)) }],
    )
    .filter(({ estimated }) => estimated >= countedFrom)
    .toSorted((a, b) => b.estimated - a.estimated || (a.hash < b.hash ? -1 : 1))
    .slice(0, countedAtMost);
  if (near.length === 0) return whole;

  const uses = Map.groupBy(
    await usesOf(
      db,
      near.map((other) => other.hash),
      candidate,
    ),
    (use) => use.hash,
  );
  const { text } = own;
  const words = wordsOf(text);
  const shingles = shinglesOf(words);
  const set = new Set(shingles);
  const alike: Match[] = [];
  for (const other of near) {
    // A long text takes a tenth of a second, and others are waiting.
    await breathe();
    const read = await db.selectFrom('document_text').select('text').where('hash', '=', other.hash).executeTakeFirst();
    const theirs = new Set(shinglesOf(wordsOf(read?.text ?? '')));
    const exact = jaccard(set, theirs);
    if (exact < alikeFrom) continue;
    const passages = sharedPassages(text, words, shingles, theirs);
    alike.push({ ...other, same: false, exact, passages, uses: uses.get(other.hash) ?? [] });
  }
  return [...whole, ...alike.toSorted((a, b) => b.exact - a.exact)];
}

/** Contents of others that share a band with this one, and their signatures. */
function neighbours(db: Database, hash: string, candidate: string) {
  return db
    .selectFrom('document_band as mine')
    .innerJoin('document_band as theirs', (join) =>
      join.onRef('theirs.band', '=', 'mine.band').onRef('theirs.key', '=', 'mine.key'),
    )
    .innerJoin('document_text', 'document_text.hash', 'theirs.hash')
    .innerJoin('item', 'item.hash', 'theirs.hash')
    .innerJoin('submission', 'submission.submission', 'item.submission')
    .select(['theirs.hash', 'document_text.signature'])
    .distinct()
    .where('mine.hash', '=', hash)
    .where('theirs.hash', '!=', hash)
    .where('item.candidate', '!=', candidate)
    .where('item.status', '!=', 'removed')
    .where('submission.manifest', 'is not', null)
    .limit(estimatedAtMost)
    .execute();
}

/** Where these contents stand in other candidates' submitted portfolios. */
async function usesOf(db: Database, hashes: readonly string[], candidate: string): Promise<(Use & { hash: string })[]> {
  return db
    .selectFrom('item')
    .innerJoin('submission', 'submission.submission', 'item.submission')
    .select(['item.hash', 'item.item', 'item.candidate', 'item.provider', 'item.submission'])
    .where('item.hash', 'in', hashes)
    .where('item.candidate', '!=', candidate)
    .where('item.status', '!=', 'removed')
    .where('submission.manifest', 'is not', null)
    .orderBy('item.item')
    .execute();
}
