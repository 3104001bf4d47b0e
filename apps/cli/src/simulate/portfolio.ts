import {
  contentHash,
  evidence,
  itemId,
  manifestOf,
  onRoute,
  submission,
  type Actor,
  type EvidenceFact,
  type EvidenceItem,
  type Manifest,
  type Submission,
  type SubmissionAccepted,
  type SubmissionFact,
} from '@assay/engine';
import type { Chance } from './chance.ts';
import { factOf, type Desk, type Kept } from './desk.ts';
import { at, calendar, days } from './people.ts';

/** A portfolio as it was accepted: what is marked. */
export interface HandedIn {
  readonly accepted: SubmissionAccepted;
  readonly manifest: Manifest;
  readonly items: readonly Kept<EvidenceItem, EvidenceFact>[];
}

/** How often a candidate is late, or asks for more time and is given it. */
const lateShare = 0.03;
const extendedShare = 0.04;

/**
 * Fills, declares, submits and accepts a portfolio. What is assessed is claimed in two items of two methods, as R3 asks;
 * knowledge and qualities in one. `from` is the simulated day on which the attempt was opened.
 */
export function handIn(
  desk: Desk,
  dice: Chance,
  opened: Kept<Submission, SubmissionFact>,
  candidate: Actor,
  provider: Actor,
  from: number,
): HandedIn {
  let kept = opened;
  if (kept.state.context.kind === 'retake')
    kept = desk.send(submission, kept, {
      type: 'RecordActionPlan',
      says: 'Simulated.',
      by: candidate,
      at: at(from + days.gathered),
    });
  const gathered = gather(desk, kept, candidate, from);
  const manifest = manifestOf(gathered.map(({ state }) => state.context));
  const [ready, on] = timed(desk, dice, kept, provider, from);
  const submitted = desk.send(submission, ready, {
    type: 'Submit',
    manifest,
    undeclared: [],
    declaration: true,
    by: candidate,
    at: at(from + on),
  });
  const items = gathered.map((item) =>
    desk.send(evidence, item, { type: 'LockItem', by: desk.product, at: at(from + on) }),
  );
  const { facts } = desk.send(submission, submitted, {
    type: 'AcceptSubmission',
    by: provider,
    at: at(from + days.accepted),
  });
  return { accepted: factOf(facts, 'SubmissionAccepted'), manifest, items };
}

/** When the portfolio is handed in: on time, late, or with an extension; the deadline that passes is recorded. */
function timed(
  desk: Desk,
  dice: Chance,
  kept: Kept<Submission, SubmissionFact>,
  provider: Actor,
  from: number,
): [Kept<Submission, SubmissionFact>, number] {
  if (kept.state.context.attempt > 1) return [kept, days.submitted];
  if (dice.happens(lateShare))
    return [desk.send(submission, kept, { type: 'PassDue', by: desk.product, at: at(from + days.due + 1) }), days.late];
  if (!dice.happens(extendedShare)) return [kept, days.submitted];
  const { workingDays } = desk.book.extension;
  const extended = desk.send(submission, kept, {
    type: 'GrantExtension',
    workingDays,
    reason: 'Simulated.',
    by: provider,
    at: at(from + days.submitted),
  });
  return [extended, days.extended];
}

/** Adds items, claims what they show, and declares them: all of them, or only the first. */
export function gather(
  desk: Desk,
  { id, state }: Kept<Submission, SubmissionFact>,
  candidate: Actor,
  from: number,
  most: number = Number.POSITIVE_INFINITY,
): Kept<EvidenceItem, EvidenceFact>[] {
  const { route, attempt } = state.context;
  const components = [...desk.book.components.values()].filter((component) => onRoute(component, route));
  const judged = [...desk.book.judged.keys()];
  const covered = attempt === 1 ? [...desk.book.covered.keys()] : [];
  return components.slice(0, most).map((component, index) => {
    let item = desk.send(evidence, `${id}-e${index + 1}`, {
      type: 'AddItem',
      item: itemId(`${id}-e${index + 1}`),
      submission: state.context.submission,
      candidate: candidate.person,
      provider: desk.house,
      title: component.title,
      component: component.id,
      method: index % 2 === 0 ? 'text' : 'document',
      dated: calendar(from),
      content: { hash: contentHash('0'.repeat(64)), bytes: 1, mediaType: 'text/plain', name: 'simulated.txt' },
      route,
      submissionOpen: true,
      by: candidate,
      at: at(from + days.gathered),
    });
    const here = [
      // Neighbours are of two methods, so that each standard is shown by both.
      ...judged.filter((_code, place) => (index - place + components.length * place) % components.length <= 1),
      ...covered.filter((_code, place) => place % components.length === index),
    ];
    for (const [page, statement] of here.entries()) {
      item = desk.send(evidence, item, {
        type: 'ClaimStatement',
        statement,
        place: `page ${page + 1}`,
        by: candidate,
        at: at(from + days.gathered),
      });
    }
    return desk.send(evidence, item, {
      type: 'DeclareItem',
      authorship: true,
      consent: true,
      anonymised: true,
      aiUse: 'none',
      by: candidate,
      at: at(from + days.gathered),
    });
  });
}
