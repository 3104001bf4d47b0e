import { componentId, type Method } from '@assay/standards';
import {
  evidence,
  type Content,
  type EvidenceCommand,
  type EvidenceFact,
  type EvidenceItem,
} from '../../evidence/index.ts';
import { day, digestOf, itemId } from '../../kernel/index.ts';
import { manifestOf, type Manifest, type SubmissionAccepted } from '../../submission/index.ts';
import { demoProvider } from '../people.ts';
import { cast, following } from './cast.ts';
import type { Attempted } from './enrol.ts';
import type { Keeper, Kept } from './keeper.ts';

export type Item = Kept<EvidenceItem, EvidenceCommand, EvidenceFact>;

/** A portfolio that was handed in and accepted, with its items in the order of its manifest: E1, E2, … */
export interface HandedIn extends Attempted {
  readonly items: readonly Item[];
  readonly manifest: Manifest;
  readonly accepted: SubmissionAccepted;
}

export function contentOf(text: string): Content {
  return { hash: digestOf(text), bytes: text.length, mediaType: 'text/plain', name: 'account.txt' };
}

/** The candidate adds an item to what they work on. */
export function addItem(
  keeper: Keeper,
  { portfolio, candidate, submission }: Attempted,
  name: string,
  of: ItemOf,
): Item {
  const id = `${portfolio}-${name}`;
  return keeper.open(
    evidence,
    id,
    {
      type: 'AddItem',
      item: itemId(id),
      submission: submission.context.submission,
      candidate: candidate.person,
      provider: demoProvider,
      content: contentOf(id),
      route: submission.context.route,
      submissionOpen: true,
      title: name,
      component: componentId.parse(of.component),
      method: of.method,
      dated: day('2025-11-10'),
      by: candidate,
      at: keeper.now,
    },
    [portfolio],
  );
}

interface ItemOf {
  readonly component: string;
  readonly method: Method;
}

export function declare(keeper: Keeper, { candidate }: Attempted, item: Item): void {
  item.send({
    type: 'DeclareItem',
    authorship: true,
    consent: true,
    anonymised: true,
    aiUse: 'none',
    by: candidate,
    at: keeper.now,
  });
}

/** The items that carry any judgement: two of two methods, one for each component. */
export function addBoth(keeper: Keeper, attempted: Attempted): Item[] {
  const items = [
    addItem(keeper, attempted, 'account', { component: 'C1', method: 'text' }),
    addItem(keeper, attempted, 'journal', { component: 'C2', method: 'document' }),
  ];
  for (const item of items) declare(keeper, attempted, item);
  return items;
}

/** The candidate submits these items; what is submitted is locked. */
export function submit(keeper: Keeper, { candidate, submission }: Attempted, items: readonly Item[]): Manifest {
  const manifest = manifestOf(items.map(({ context }) => context));
  submission.send({
    type: 'Submit',
    manifest,
    undeclared: [],
    declaration: true,
    by: candidate,
    at: keeper.now,
  });
  const submitted = submission.fact('SubmissionSubmitted');
  for (const item of items) item.send({ type: 'LockItem', ...following(submitted) });
  return manifest;
}

export function accept(keeper: Keeper, attempted: Attempted, items: readonly Item[], manifest: Manifest): HandedIn {
  const { submission } = attempted;
  submission.send({ type: 'AcceptSubmission', by: cast.provider, at: keeper.now });
  return { ...attempted, items, manifest, accepted: submission.fact('SubmissionAccepted') };
}

/** The short way: two items, submitted in time and accepted. */
export function handIn(keeper: Keeper, attempted: Attempted): HandedIn {
  const items = addBoth(keeper, attempted);
  return accept(keeper, attempted, items, submit(keeper, attempted, items));
}
