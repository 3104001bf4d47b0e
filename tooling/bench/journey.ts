import {
  award,
  awardId,
  batchId,
  candidatureOf,
  cohortId,
  contentHash,
  day,
  emptyBank,
  evidence,
  instant,
  isAgreed,
  itemId,
  manifestOf,
  marking,
  markingId,
  moderation,
  onRoute,
  opensAward,
  opensMarking,
  opensReview,
  personId,
  providerId,
  receivesMarks,
  review,
  reviewId,
  signingDigest,
  submission,
  submissionId,
  type Actor,
  type Candidature,
  type Role,
} from '../../packages/engine/src/index.ts';
import { awardByHand } from './by-hand/award.ts';
import { batchByHand } from './by-hand/batch.ts';
import { evidenceByHand } from './by-hand/evidence.ts';
import { markingByHand } from './by-hand/marking.ts';
import { reviewByHand } from './by-hand/review.ts';
import { submissionByHand } from './by-hand/submission.ts';
import { factOf, type Recorder } from './recorder.ts';

const house = providerId('house');
const one = cohortId('cohort');

const by = (name: string, role: Role): Actor => ({ person: personId(name), role, provider: house });
const calendar = (n: number) => day(`2026-03-${String(n).padStart(2, '0')}`);
const at = (n: number) => instant(`${calendar(n)}T12:00:00.000Z`);

const staff = by('staff', 'provider');
const assessor = by('assessor', 'assessor');
const moderator = by('moderator', 'moderator');

/** A cohort of so many candidates from the first item to the released result. */
export function cohort(recorder: Recorder, many: number): void {
  const population = Array.from({ length: many }, (_, n) => portfolio(recorder, n));
  const batch = recorder.open(moderation, batchByHand, {
    type: 'PlanBatch',
    batch: batchId('batch'),
    cohort: one,
    provider: house,
    title: 'The first window',
    seed: 'seed',
    marksVisible: false,
    by: moderator,
    at: at(10),
  });
  batch.send({ type: 'DrawSample', population, standings: {}, by: moderator, at: at(10) });
  for (const { submission: drawn } of batch.state.context.sample)
    batch.send({ type: 'UpholdReview', submission: drawn, note: 'Sound.', by: moderator, at: at(11) });
  batch.send({ type: 'GrantDirectClaim', reason: 'The cohort is small.', by: moderator, at: at(12) });
  const statement = 'I have moderated this batch.';
  const digest = signingDigest(batch.state.context.population);
  const signed = batch.send({ type: 'SignOff', statement, digest, reauthenticated: true, by: moderator, at: at(13) });
  for (const candidature of population) {
    const id = awardId(`${candidature.submission}-award`);
    const opened = opensAward(factOf(signed, 'BatchSignedOff'), candidature, id);
    recorder
      .open(award, awardByHand, opened)
      .send({ type: 'RatifyAward', reauthenticated: true, by: moderator, at: at(14) });
  }
}

/** One candidate from the first item to agreed scores: every statement claimed, every standard confirmed and judged. */
function portfolio(recorder: Recorder, n: number): Candidature {
  const { book } = recorder;
  const candidate = by(`candidate-${n}`, 'candidate');
  const id = submissionId(`submission-${n}`);
  const route = book.routes[0] ?? '';
  const attempt = recorder.open(submission, submissionByHand, {
    type: 'OpenSubmission',
    submission: id,
    candidate: candidate.person,
    provider: house,
    cohort: one,
    route,
    attempt: 1,
    dueOn: calendar(2),
    kind: 'first',
    bank: emptyBank,
    by: { ...candidate, role: 'system' },
    at: at(1),
  });

  const components = [...book.components.values()].filter((component) => onRoute(component, route));
  const statements = [...book.judged.keys(), ...book.covered.keys()];
  const items = components.map((component, index) => {
    const item = recorder.open(evidence, evidenceByHand, {
      type: 'AddItem',
      item: itemId(`${id}-e${index}`),
      submission: id,
      candidate: candidate.person,
      provider: house,
      title: component.title,
      component: component.id,
      method: index % 2 === 0 ? 'text' : 'document',
      dated: calendar(1),
      content: { hash: contentHash('0'.repeat(64)), bytes: 40_000, mediaType: 'application/pdf', name: 'account.pdf' },
      route,
      submissionOpen: true,
      by: candidate,
      at: at(1),
    });
    for (const [place, statement] of statements.entries())
      if (place % components.length === index)
        item.send({ type: 'ClaimStatement', statement, place: `page ${place}`, by: candidate, at: at(1) });
    const whole = { authorship: true, consent: true, anonymised: true, aiUse: 'none' };
    item.send({ type: 'DeclareItem', ...whole, by: candidate, at: at(1) });
    return item;
  });

  const manifest = manifestOf(items.map(({ state }) => state.context));
  attempt.send({ type: 'Submit', manifest, undeclared: [], declaration: true, by: candidate, at: at(2) });
  for (const item of items) item.send({ type: 'LockItem', by: { ...candidate, role: 'system' }, at: at(2) });
  const accepted = factOf(attempt.send({ type: 'AcceptSubmission', by: staff, at: at(2) }), 'SubmissionAccepted');

  const opened = opensReview(accepted, manifest, reviewId(`${id}-review`), book);
  const marks = recorder.open(review, reviewByHand, opened);
  marks.send({ type: 'AllocateAssessor', assessor: assessor.person, appointed: true, by: staff, at: at(3) });
  marks.send({ type: 'BeginMarking', noConflict: true, by: assessor, at: at(4) });
  const account = 'What was seen and heard, at some length, area by area.';
  marks.send({ type: 'RecordVisit', on: calendar(5), account, by: assessor, at: at(5) });
  marks.send({ type: 'RecordDiscussion', on: calendar(6), minutes: 60, account, by: assessor, at: at(6) });
  for (const standard of book.judged.keys()) {
    const claimed = manifest.items.find(({ claims }) => Object.hasOwn(claims, standard));
    const rests = [`E${claimed?.number ?? 0}`, 'visit'] as const;
    const confirmed = { valid: true, authentic: true, current: true, sufficient: true };
    for (const source of rests)
      marks.send({ type: 'ConfirmEvidence', standard, source, ...confirmed, by: assessor, at: at(7) });
    const reason = 'Shown in the account and seen on the day, in a complex setting.';
    marks.send({ type: 'JudgeStandard', standard, score: 3, reason, evidence: rests, by: assessor, at: at(7) });
  }
  for (const component of book.gates)
    marks.send({ type: 'JudgeGate', component, met: true, reason: 'Seen.', by: assessor, at: at(8) });
  marks.send({ type: 'NoteCoverage', statements: [...book.covered.keys()], by: assessor, at: at(8) });
  const sealed = factOf(marks.send({ type: 'SealReview', by: assessor, at: at(9) }), 'ReviewSealed');

  const agreement = recorder.open(marking, markingByHand, opensMarking(accepted, markingId(`${id}-marking`)));
  const [agreed] = agreement.send(receivesMarks(sealed, { portfoliosBefore: 10, nth: null, everyKth: null }));
  if (agreed === undefined || !isAgreed(agreed)) throw new Error('One marker agrees with themselves');
  return candidatureOf(agreed);
}
