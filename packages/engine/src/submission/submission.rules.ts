import { digestOf, onRoute, rule, type Rulebook } from '../kernel/index.ts';
import type { Manifest } from './manifest.ts';
import type { ReturnSubmission, Submit, WithdrawSubmission } from './submission.commands.ts';
import type { Submission } from './submission.facts.ts';

export const portfolioHasEvidence = rule<Submission, Submit>({
  id: 'SUB-1',
  says: 'A portfolio holds at least one evidence item.',
  holds: (_submission, { manifest }) => manifest.items.length > 0,
});

export const everyItemIsDeclared = rule<Submission, Submit>({
  id: 'SUB-2',
  says: 'Every item of a portfolio is declared.',
  holds: (_submission, { undeclared }) => undeclared.length === 0,
  detail: (_submission, { undeclared }) => `${undeclared.length} ${undeclared.length === 1 ? 'is' : 'are'} not.`,
});

function missingComponents(route: string, manifest: Manifest, book: Rulebook): string[] {
  return [...book.components.values()]
    .filter((component) => onRoute(component, route) && !manifest.items.some((item) => item.component === component.id))
    .map(({ id, title }) => `${id} ${title}`);
}

export const everyComponentIsThere = rule<Submission, Submit>({
  id: 'SUB-3',
  says: 'Every component of the route that the candidate hands in has at least one item.',
  holds: (submission, command, book) => missingComponents(submission.route, command.manifest, book).length === 0,
  detail: (submission, command, book) =>
    `Missing: ${missingComponents(submission.route, command.manifest, book).join('; ')}.`,
});

export const portfolioIsDeclared = rule<Submission, Submit>({
  id: 'SUB-4',
  says: 'The candidate declares the portfolio to be their own account of their own practice.',
  holds: (_submission, { declaration }) => declaration,
});

export const manifestIsTrue = rule<Submission, Submit>({
  id: 'SUB-5',
  says: 'The digest of a manifest is the digest of its items.',
  holds: (_submission, { manifest }) => digestOf(manifest.items) === manifest.digest,
});

export const returnIsReasoned = rule<Submission, ReturnSubmission>({
  id: 'SUB-6',
  says: 'A return tells the candidate what to mend.',
  holds: (_submission, { reason }) => reason.trim() !== '',
});

export const withdrawalIsReasoned = rule<Submission, WithdrawSubmission>({
  id: 'SUB-7',
  says: 'A withdrawal gives its reason.',
  holds: (_submission, { reason }) => reason.trim() !== '',
});
