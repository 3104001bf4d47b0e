import type { StatementCode } from '@assay/standards';
import { markingId, reviewId, type Actor } from '../../kernel/index.ts';
import {
  isAgreed,
  marking,
  opensMarking,
  opensReview,
  receivesMarks,
  review,
  type Agreed,
  type Conferring,
  type Marking,
  type MarkingCommand,
  type MarkingFact,
  type OpenReview,
  type Review,
  type ReviewCommand,
  type ReviewFact,
  type Source,
} from '../../review/index.ts';
import type { Scores } from '../../scoring/index.ts';
import { asAssessor, cast } from './cast.ts';
import type { Keeper, Kept } from './keeper.ts';
import { Stuck } from './step.ts';
import type { HandedIn } from './portfolio.ts';

export type Reading = Kept<Review, ReviewCommand, ReviewFact>;
export type MarkingKept = Kept<Marking, MarkingCommand, MarkingFact>;

/** A portfolio that is marked: its marking, and the reviews that brought their marks into it. */
export interface Marked extends HandedIn {
  readonly marking: MarkingKept;
  readonly reviews: readonly Reading[];
}

/** An assessor who is past their first portfolios, of whose work no plan has anything marked twice. */
export const experienced = { portfoliosBefore: 10, nth: null, everyKth: null } as const;

export function openMarking(keeper: Keeper, { portfolio, accepted }: HandedIn): MarkingKept {
  const id = `${portfolio}-marking`;
  return keeper.open(marking, id, opensMarking(accepted, markingId(id)), [portfolio]);
}

/** Opens a review for a marker and gives it to an assessor. */
export function allocate(keeper: Keeper, { portfolio }: HandedIn, open: OpenReview, assessor: Actor): Reading {
  const kept = keeper.open(review, open.review, open, [portfolio]);
  giveTo(keeper, kept, assessor);
  return kept;
}

export function giveTo(keeper: Keeper, kept: Reading, assessor: Actor): void {
  kept.send({
    type: 'AllocateAssessor',
    assessor: assessor.person,
    appointed: true,
    by: cast.provider,
    at: keeper.now,
  });
}

/** Whoever the review was given to. */
export function assessorOf({ id, context }: Reading): Actor {
  if (context.assessor === null) throw new Stuck(`${id} is given to nobody`);
  return asAssessor(context.assessor);
}

export function begin(keeper: Keeper, kept: Reading): void {
  kept.send({ type: 'BeginMarking', noConflict: true, by: assessorOf(kept), at: keeper.now });
}

export const both: readonly Source[] = ['E1', 'E2'];

/** Confirms both items for a standard, and scores it on them. */
export function judge(keeper: Keeper, kept: Reading, standard: StatementCode, score: number): void {
  const [by, at] = [assessorOf(kept), keeper.now];
  const test = { valid: true, authentic: true, current: true, sufficient: true };
  for (const source of both) kept.send({ type: 'ConfirmEvidence', standard, source, ...test, by, at });
  kept.send({ type: 'JudgeStandard', standard, score, reason: 'Shown in both.', evidence: both, by, at });
}

/** Judges everything that the review was opened for: 3 where no score is given. */
export function judgeAll(keeper: Keeper, kept: Reading, scores: Scores = {}): void {
  const { standards, gates, coverage } = kept.context.scope;
  for (const standard of standards) judge(keeper, kept, standard, scores[standard] ?? 3);
  const [by, at] = [assessorOf(kept), keeper.now];
  for (const component of gates) kept.send({ type: 'JudgeGate', component, met: true, reason: 'It is.', by, at });
  if (coverage) kept.send({ type: 'NoteCoverage', statements: [...keeper.book.covered.keys()], by, at });
}

/** Seals a review and brings its marks into the marking. */
export function seal(keeper: Keeper, kept: Reading, into: MarkingKept): void {
  kept.send({ type: 'SealReview', by: assessorOf(kept), at: keeper.now });
  into.send(receivesMarks(kept.fact('ReviewSealed'), experienced));
}

export function openFor(
  keeper: Keeper,
  { accepted, manifest }: HandedIn,
  round: number,
  marker: Conferring,
): OpenReview {
  return opensReview(accepted, manifest, reviewId(`${accepted.submission}-${round}-${marker}`), keeper.book, marker);
}

/** One marker's reading, from its allocation to the seal. */
export function readBy(
  keeper: Keeper,
  handedIn: HandedIn,
  into: MarkingKept,
  marker: Conferring,
  assessor: Actor,
  scores: Scores = {},
): Reading {
  const open = openFor(keeper, handedIn, into.context.round, marker);
  const kept = allocate(keeper, handedIn, open, assessor);
  begin(keeper, kept);
  judgeAll(keeper, kept, scores);
  seal(keeper, kept, into);
  return kept;
}

/** Marked by one assessor. */
export function markOnce(keeper: Keeper, handedIn: HandedIn, assessor: Actor, scores: Scores = {}): Marked {
  const kept = openMarking(keeper, handedIn);
  return { ...handedIn, marking: kept, reviews: [readBy(keeper, handedIn, kept, 'first', assessor, scores)] };
}

/** Marked by two who know nothing of one another. */
export function markTwice(keeper: Keeper, handedIn: HandedIn, one: Scores = {}, other: Scores = {}): Marked {
  const kept = openMarking(keeper, handedIn);
  kept.send({ type: 'RequireSecondMarker', reasons: ['firstPortfolios'], by: cast.system, at: keeper.now });
  const reviews = [
    readBy(keeper, handedIn, kept, 'first', cast.first, one),
    readBy(keeper, handedIn, kept, 'second', cast.second, other),
  ];
  return { ...handedIn, marking: kept, reviews };
}

/** What a marking was last agreed on. */
export function agreedIn({ id, facts }: MarkingKept): Agreed {
  const agreed = facts.findLast(isAgreed);
  if (agreed === undefined) throw new Stuck(`${id} is not agreed`);
  return agreed;
}
