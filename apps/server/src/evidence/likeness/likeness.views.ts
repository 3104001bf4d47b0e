import type { ReviewId } from '@assay/engine';
import { notFound } from '../../record/errors.ts';
import { readableReview } from '../../review/review.read.ts';
import type { Session } from '../../session/session.ts';
import { manifestOfSubmission } from '../../submission/submission.use.ts';
import type { World } from '../../world.ts';
import { likenessOf, type Match } from './likeness.ts';

/** How a document is like another one, told without the other one. */
export interface LikenessView {
  /** Whether it is the very same file. */
  readonly same: boolean;
  /** The share of five-word phrases that both have of those that either has, from 0 to 1: estimated, and counted. */
  readonly estimated: number;
  readonly counted: number;
  /** Passages of the document that is read, the longest first: at most 20, each at most 500 characters. */
  readonly passages: readonly string[];
}

/** What an assessor is shown beside a document: something to look into, never a verdict. */
export interface DocumentLikeness {
  /** Whether its text was read: `waiting`, or as it was found. */
  readonly text: 'waiting' | 'read' | 'cut' | 'none' | 'unreadable';
  /** Other portfolios of this provider that hold the same or a like document, and how like each such document is. */
  readonly thisProvider: { readonly portfolios: number; readonly documents: readonly LikenessView[] };
  /** The most alike of other providers, or null; nothing tells how many there are or whose. */
  readonly anotherProvider: LikenessView | null;
}

const mostPassages = 20;
const longestPassage = 500;

/** For who may read the review, about a submitted item of it. Throws notFound for anybody and anything else. */
export async function documentLikeness(
  world: World,
  session: Session,
  review: ReviewId,
  source: string,
): Promise<DocumentLikeness> {
  const { row } = await readableReview(world, session, review);
  const { items } = await manifestOfSubmission(world.db, row.submission);
  const listed = items.find(({ number }) => `E${number}` === source);
  if (listed === undefined) throw notFound('evidence in this portfolio');

  const matches = await likenessOf(world.db, listed.hash, row.candidate);
  const here = matches.map((match) => ({
    match,
    uses: match.uses.filter(({ provider }) => provider === row.provider),
  }));
  const elsewhere = matches.find(({ uses }) => uses.some(({ provider }) => provider !== row.provider));
  return {
    text: await stateOf(world, listed.hash),
    thisProvider: {
      portfolios: new Set(here.flatMap(({ uses }) => uses.map(({ submission }) => submission))).size,
      documents: here.filter(({ uses }) => uses.length > 0).map(({ match }) => shown(match)),
    },
    anotherProvider: elsewhere === undefined ? null : shown(elsewhere),
  };
}

function shown({ same, estimated, exact, passages }: Match): LikenessView {
  return {
    same,
    estimated,
    counted: exact,
    passages: passages.slice(0, mostPassages).map((passage) => passage.slice(0, longestPassage).toWellFormed()),
  };
}

async function stateOf(world: World, hash: string): Promise<DocumentLikeness['text']> {
  const row = await world.db.selectFrom('document_text').select('status').where('hash', '=', hash).executeTakeFirst();
  const states = ['read', 'cut', 'none', 'unreadable'] as const;
  return states.find((state) => state === row?.status) ?? 'waiting';
}
