import { digestOf, londonDay, onRoute, rule, type Rulebook } from '../kernel/index.ts';
import { scopeBeside } from '../scoring/index.ts';
import type { Manifest } from './manifest.ts';
import { beyondPriorLearning, priorLearningSays } from './prior-learning.ts';
import type {
  BankPriorLearning,
  ExcuseAttempt,
  GrantExtension,
  PassDue,
  PassLate,
  RecordActionPlan,
  ReturnSubmission,
  Submit,
  WithdrawSubmission,
} from './submission.commands.ts';
import type { Submission } from './submission.facts.ts';
import { extended, isPastDue, lateDue } from './submission.time.ts';

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

/** What is handed in on the route and is still assessed: a gate that is not met, or work for an area that is open. */
function missingComponents({ route, bank }: Submission, manifest: Manifest, book: Rulebook): string[] {
  const { standards, gates } = scopeBeside(bank, book);
  const open = new Set(standards.map((code) => book.judged.get(code)?.area));
  return [...book.components.values()]
    .filter((component) => onRoute(component, route))
    .filter(({ id, gate, areas }) => (gate ? gates.includes(id) : areas.some((area) => open.has(area))))
    .filter(({ id }) => !manifest.items.some(({ component }) => component === id))
    .map(({ id, title }) => `${id} ${title}`);
}

export const everyComponentIsThere = rule<Submission, Submit>({
  id: 'SUB-3',
  says: 'Every component of the route that the candidate hands in has at least one item.',
  holds: (submission, { manifest }, book) => missingComponents(submission, manifest, book).length === 0,
  detail: (submission, { manifest }, book) => `Missing: ${missingComponents(submission, manifest, book).join('; ')}.`,
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

/** A command’s own instant decides, not whether the product was quick to say that the time has passed. */
export const timeIsLeft = rule<Submission, Submit | WithdrawSubmission | GrantExtension>({
  id: 'SUB-8',
  says: 'A portfolio is submitted, withdrawn or given more time until its late time has passed.',
  holds: ({ dueOn }, { at }, book) => at <= lateDue(dueOn, book).at,
  detail: ({ dueOn }, _command, book) => `The last day was ${londonDay(lateDue(dueOn, book).at)}.`,
});

export const dueHasPassed = rule<Submission, PassDue>({
  id: 'SUB-9',
  says: 'A due passes once its day is over.',
  holds: ({ dueOn }, { at }) => isPastDue(dueOn, at),
});

export const lateTimeHasPassed = rule<Submission, PassLate>({
  id: 'SUB-10',
  says: 'The late time passes once its last day is over.',
  holds: ({ dueOn }, { at }, book) => at > lateDue(dueOn, book).at,
});

export const extensionIsInSize = rule<Submission, GrantExtension>({
  id: 'SUB-11',
  says: 'An extension is of whole working days: at least one, and no more than the scheme gives at once.',
  holds: (_submission, { workingDays }, { extension }) =>
    Number.isInteger(workingDays) && workingDays >= 1 && workingDays <= extension.workingDays,
  detail: (_submission, { workingDays }, { extension }) =>
    `${workingDays} ${workingDays === 1 ? 'was' : 'were'} asked for; at most ${extension.workingDays} can be given.`,
});

export const extensionsAreInLimit = rule<Submission, GrantExtension>({
  id: 'SUB-12',
  says: 'Extensions of one attempt add up to no more working days than the scheme gives in all.',
  holds: (submission, { workingDays }, { extension }) =>
    submission.extended + workingDays <= extension.workingDaysInAll,
  detail: (submission, _command, { extension }) =>
    `${submission.extended} of ${extension.workingDaysInAll} are given already.`,
});

export const extensionIsReasoned = rule<Submission, GrantExtension>({
  id: 'SUB-13',
  says: 'An extension is granted with a reason.',
  holds: (_submission, { reason }) => reason.trim() !== '',
});

/** Counted no further than an extension can be: more is refused by SUB-11, and would take long to count. */
const newDue = ({ dueOn }: Submission, { workingDays }: GrantExtension, book: Rulebook) =>
  extended(dueOn, Math.min(workingDays, book.extension.workingDays), book);

/** Without it a late portfolio could be “extended” to a day on which it is late all the same. */
export const extensionReachesAhead = rule<Submission, GrantExtension>({
  id: 'SUB-14',
  says: 'An extension leads to a due that has not passed.',
  holds: (submission, command, book) => !isPastDue(newDue(submission, command, book), command.at),
  detail: (submission, command, book) => `It would be due on ${newDue(submission, command, book)}.`,
});

export const excuseIsReasoned = rule<Submission, ExcuseAttempt>({
  id: 'SUB-15',
  says: 'An attempt is excused with a reason.',
  holds: (_submission, { reason }) => reason.trim() !== '',
});

export const actionPlanIsTold = rule<Submission, RecordActionPlan>({
  id: 'SUB-16',
  says: 'An action plan says what the candidate will do.',
  holds: (_submission, { says }) => says.trim() !== '',
});

const unbankable = ({ bank }: Submission, { standards }: BankPriorLearning, book: Rulebook) =>
  standards.filter((code) => !book.judged.has(code) || Object.hasOwn(bank.scores, code));

export const standardsAreOpen = rule<Submission, BankPriorLearning>({
  id: 'SUB-17',
  says: 'Prior learning is banked for standards that are scored and not banked yet.',
  holds: (submission, command, book) => unbankable(submission, command, book).length === 0,
  detail: (submission, command, book) => `These are not: ${unbankable(submission, command, book).join(', ')}.`,
});

export const retakeIsPlanned = rule<Submission, Submit>({
  id: 'R9',
  says: 'Where no more areas are referred than the scheme says, they are resat within the resit time; otherwise they are retaken within the retake time, with an action plan.',
  holds: ({ kind, actionPlan }) => kind !== 'retake' || actionPlan,
  detail: () => 'This is a retake, and no action plan is recorded.',
});

export const priorLearningIsLimited = rule<Submission, BankPriorLearning>({
  id: 'R14',
  says: priorLearningSays,
  holds: ({ priorLearning }, { standards }, book) =>
    beyondPriorLearning([...priorLearning, ...standards], book) === null,
  detail: ({ priorLearning }, { standards }, book) => beyondPriorLearning([...priorLearning, ...standards], book) ?? '',
});
