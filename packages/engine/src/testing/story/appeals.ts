import { statementCode } from '@assay/standards';
import { correctsAward, correctsOnAppeal, opensNextAttempt, reopensReview, type Change } from '../../award/index.ts';
import { markingReviewId, submissionId } from '../../kernel/index.ts';
import { grantDirectClaim, draw, plan, release, signOff, upholdAll, type AwardKept } from './batch.ts';
import { actor, cast } from './cast.ts';
import { markAndAdjudicate, markAndConfer } from './doubles.ts';
import { enrol, openAttempt } from './enrol.ts';
import type { Keeper } from './keeper.ts';
import { Stuck } from './step.ts';
import { markTwice } from './marking.ts';
import { handIn } from './portfolio.ts';
import { ask, decide, lodge, officerDecides, panelDecides, request } from './reviewing.ts';

const change = (score: number, code: Change['code'] = 'transcription'): Change => ({
  standard: statementCode.parse('ONE.S2'),
  score,
  code,
  reason: 'Read off wrongly.',
});

/** Four portfolios marked by two, one of each way to agree; each award is then asked about, and appealed against. */
export function fourAreMarkedTwice(keeper: Keeper): void {
  const { cohort, attempts } = enrol(keeper, 'cohort-2', ['ben', 'cat', 'dan', 'eve']);
  const batch = plan(
    keeper,
    cohort.id,
    'spring',
    attempts.map(({ portfolio }) => portfolio),
  );
  keeper.on('2026-03-02');
  const [ben, cat, dan, eve] = attempts.map((attempted) => handIn(keeper, attempted));
  if (ben === undefined || cat === undefined || dan === undefined || eve === undefined)
    throw new Stuck('four are enrolled');
  keeper.on('2026-03-09');
  const marked = [markAndConfer(keeper, ben), markAndAdjudicate(keeper, cat, 'ended'), markTwice(keeper, eve)];
  marked.push(markAndAdjudicate(keeper, dan, 'lapsed'));
  keeper.on('2026-03-25');
  draw(keeper, batch, marked);
  upholdAll(keeper, batch);
  grantDirectClaim(keeper, batch);
  const [ofBen, ofCat, ofDan, ofEve] = signOff(keeper, batch, marked);
  if (ofBen === undefined || ofCat === undefined || ofDan === undefined || ofEve === undefined)
    throw new Stuck('four awards are recommended');
  release(keeper, [ofBen, ofCat, ofDan, ofEve]);
  keeper.on('2026-03-30');
  officerCorrects(keeper, ofBen);
  appealLapses(keeper, ofCat);
  panelOrdersReview(keeper, ofDan);
  panelRejects(keeper, ofEve);
}

/** A review takes a pass away, and an officer finds that it was a slip. */
function officerCorrects(keeper: Keeper, award: AwardKept): void {
  decide(keeper, ask(keeper, award, 'clerical'), [], cast.secondReviewer);
  const review = decide(keeper, ask(keeper, award, 'marking', [{ kind: 'clerical', decided: true }]), [change(1)]);
  award.send(correctsAward(review.fact('MarkingErrorFound')));
  const onward = award.fact('AwardCorrectedToRefer');
  const next = openAttempt(keeper, opensNextAttempt(onward, submissionId(`${award.id}-next`), 'standard'));
  const kept = lodge(keeper, award, review);
  officerDecides(keeper, kept, true, [change(3, 'procedureNotFollowed')]);
  const corrects = correctsOnAppeal(kept.fact('AppealUpheld'));
  if (corrects === null) throw new Stuck('the appeal corrected something');
  award.send(corrects);
  next.submission.send({
    type: 'WithdrawSubmission',
    reason: 'I passed.',
    by: next.candidate,
    at: keeper.now,
  });
}

/** An officer rejects, and the candidate lets it be. */
function appealLapses(keeper: Keeper, award: AwardKept): void {
  keeper.on('2026-03-30');
  const kept = lodge(keeper, award, decide(keeper, ask(keeper, award, 'marking')));
  officerDecides(keeper, kept, false);
  keeper.on('2026-06-01');
  kept.send({ type: 'LapseAppeal', by: cast.system, at: keeper.now });
}

/** A panel orders a new review, which raises a score of an award that stands. */
function panelOrdersReview(keeper: Keeper, award: AwardKept): void {
  keeper.on('2026-03-30');
  const kept = lodge(keeper, award, decide(keeper, ask(keeper, award, 'marking')));
  officerDecides(keeper, kept, false);
  panelDecides(keeper, kept, true, cast.outsider);
  const again = reopensReview(kept.fact('PanelUpheldAppeal'), award.state, markingReviewId(`${award.id}-again`));
  if (again === null) throw new Stuck('the panel corrected nothing itself');
  const ordered = decide(
    keeper,
    request(keeper, award, again),
    [change(4)],
    actor('moderator-6', 'moderator'),
    cast.administrator,
  );
  award.send(correctsAward(ordered.fact('MarkingErrorFound')));
}

/** A panel rejects; later the award is void for another reason. */
function panelRejects(keeper: Keeper, award: AwardKept): void {
  keeper.on('2026-03-30');
  const kept = lodge(keeper, award, decide(keeper, ask(keeper, award, 'marking')));
  officerDecides(keeper, kept, false);
  panelDecides(keeper, kept, false, actor('moderator-7', 'moderator'));
  award.send({ type: 'VoidAward', reason: 'Issued to the wrong person.', by: cast.moderator, at: keeper.now });
}
