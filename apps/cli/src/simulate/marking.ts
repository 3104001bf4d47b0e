import {
  opensReview,
  review,
  reviewId,
  type Actor,
  type Manifest,
  type ReviewCommand,
  type ReviewFact,
  type Source,
  type SubmissionAccepted,
} from '@assay/engine';
import { componentId, type StatementCode } from '@assay/standards';
import { at, calendar } from './people.ts';
import type { Chance } from './chance.ts';
import { factOf, type Desk } from './desk.ts';

/** How a simulated portfolio is marked: by whom, how strong it is, how severe and how noisy the assessor is. */
export interface Marking {
  readonly assessor: Actor;
  readonly provider: Actor;
  readonly ability: number;
  readonly severity: number;
}

/** A whole review, from allocation to seal. */
export function mark(
  desk: Desk,
  dice: Chance,
  accepted: SubmissionAccepted,
  manifest: Manifest,
  { assessor, provider, ability, severity }: Marking,
) {
  const id = reviewId(`${accepted.submission}-review`);
  let { state } = desk.send(review, null, opensReview(accepted, manifest, id));
  let last: readonly ReviewFact[] = [];
  const send = (command: ReviewCommand) => {
    const kept = desk.send(review, state, command);
    state = kept.state;
    last = kept.facts;
  };
  send({ type: 'AllocateAssessor', assessor: assessor.person, appointed: true, by: provider, at: at(3) });
  send({ type: 'BeginMarking', noConflict: true, by: assessor, at: at(4) });
  send({ type: 'RecordVisit', on: calendar(5), account: 'A day at the centre.', by: assessor, at: at(5) });
  send({
    type: 'RecordDiscussion',
    on: calendar(6),
    minutes: 60,
    account: 'A question to every area.',
    by: assessor,
    at: at(6),
  });
  for (const [standard] of desk.book.judged) {
    const score = scoreOf(desk, ability - severity + 0.7 * dice.bell());
    const evidence = sourcesFor(manifest, standard, score >= desk.book.sufficiency.fromScore);
    for (const source of evidence) {
      send({
        type: 'ConfirmEvidence',
        standard,
        source,
        valid: true,
        authentic: true,
        current: true,
        sufficient: true,
        by: assessor,
        at: at(7),
      });
    }
    send({ type: 'JudgeStandard', standard, score, reason: 'Simulated.', evidence, by: assessor, at: at(7) });
  }
  for (const gate of desk.book.gates) {
    send({
      type: 'JudgeGate',
      component: componentId.parse(gate),
      met: dice.happens(0.99),
      reason: 'Simulated.',
      by: assessor,
      at: at(8),
    });
  }
  send({ type: 'NoteCoverage', statements: [...desk.book.covered.keys()], by: assessor, at: at(8) });
  send({ type: 'SealReview', by: assessor, at: at(9) });
  return factOf(last, 'ReviewSealed');
}

/** A score on the scale from a position on it. */
function scoreOf({ book }: Desk, position: number): number {
  return Math.min(book.highest, Math.max(0, Math.round(position)));
}

/** The claimed items and the visit: two methods at least, where the score asks for evidence. */
function sourcesFor(manifest: Manifest, standard: StatementCode, needed: boolean): Source[] {
  if (!needed) return [];
  const claimed = manifest.items.find(({ claims }) => Object.hasOwn(claims, standard));
  return claimed === undefined ? ['visit', 'discussion'] : [`E${claimed.number}`, 'visit'];
}
