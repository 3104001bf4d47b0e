import {
  contentHash,
  evidence,
  itemId,
  manifestOf,
  submission,
  type Actor,
  type EvidenceItem,
  type Manifest,
  type State,
  type Submission,
} from '@assay/engine';
import { onRoute } from '@assay/engine';
import { at, calendar, house } from './people.ts';
import { factOf, type Desk } from './desk.ts';

/** Fills, declares, submits and accepts a portfolio in which every statement is claimed once. */
export function handIn(desk: Desk, opened: State<Submission>, candidate: Actor, provider: Actor) {
  const { submission: id, route } = opened.context;
  const components = [...desk.book.components.values()].filter((component) => onRoute(component, route));
  const statements = [...desk.book.judged.keys(), ...desk.book.covered.keys()];
  const items: State<EvidenceItem>[] = components.map((component, index) => {
    const item = itemId(`${id}-e${index + 1}`);
    let { state } = desk.send(evidence, null, {
      type: 'AddItem',
      item,
      submission: id,
      candidate: candidate.person,
      provider: house,
      title: component.title,
      component: component.id,
      method: index % 2 === 0 ? 'text' : 'document',
      dated: calendar(1),
      content: { hash: contentHash('0'.repeat(64)), bytes: 1, mediaType: 'text/plain', name: 'simulated.txt' },
      route,
      submissionOpen: true,
      by: candidate,
      at: at(1),
    });
    for (const [place, statement] of statements.entries()) {
      if (place % components.length === index)
        ({ state } = desk.send(evidence, state, {
          type: 'ClaimStatement',
          statement,
          place: `page ${place}`,
          by: candidate,
          at: at(1),
        }));
    }
    return desk.send(evidence, state, {
      type: 'DeclareItem',
      authorship: true,
      consent: true,
      anonymised: true,
      aiUse: 'none',
      by: candidate,
      at: at(1),
    }).state;
  });
  const manifest: Manifest = manifestOf(items.map(({ context }) => context));
  const submitted = desk.send(submission, opened, {
    type: 'Submit',
    manifest,
    undeclared: [],
    declaration: true,
    by: candidate,
    at: at(2),
  });
  for (const state of items)
    desk.send(evidence, state, { type: 'LockItem', by: { ...candidate, role: 'system' }, at: at(2) });
  const { facts } = desk.send(submission, submitted.state, { type: 'AcceptSubmission', by: provider, at: at(2) });
  return { manifest, accepted: factOf(facts, 'SubmissionAccepted') };
}
