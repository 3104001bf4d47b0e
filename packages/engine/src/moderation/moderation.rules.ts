import { conflictOf, rule, when, type Rulebook } from '../kernel/index.ts';
import { signingDigest, unjudged, type Candidature } from './candidature.ts';
import { candidatureIn, foundOf, isLastOpen } from './found.ts';
import type {
  DrawSample,
  GrantDirectClaim,
  ProposeRelease,
  QueryReview,
  ReceiveReview,
  SignOff,
  UpholdReview,
} from './moderation.commands.ts';
import type { Batch } from './moderation.facts.ts';
import { partiesIn } from './parties.ts';
import { marksOf, toleranceOf } from './tolerance.ts';

const given = (text: string) => text.trim() !== '';

export const populationIsNotEmpty = rule<Batch, DrawSample>({
  id: 'MOD-2',
  says: 'A sample is drawn from at least one sealed review.',
  holds: (_batch, { population }) => population.length > 0,
});

export const portfoliosAreDistinct = rule<Batch, DrawSample>({
  id: 'MOD-12',
  says: 'A portfolio enters a batch once.',
  holds: (_batch, { population }) => new Set(population.map(({ submission }) => submission)).size === population.length,
});

/**
 * The general rule K4 knows the portfolios of a batch only once they are drawn, so the draw asks it first: of whoever
 * draws, and of whoever planned the batch, who may have marked in it since.
 */
export const moderatorIsIndependent = rule<Batch, DrawSample>({
  id: 'MOD-3',
  says: 'Nobody moderates a batch in which they were assessed or assessed somebody.',
  holds: ({ moderators }, { population, by }) =>
    [by.person, ...moderators].every(
      (person) => conflictOf(person, 'moderator', partiesIn(population, person)) === undefined,
    ),
});

const entering = (command: DrawSample | ReceiveReview): readonly Candidature[] =>
  command.type === 'DrawSample' ? command.population : [command.candidature];

export const candidaturesAreWhole = rule<Batch, DrawSample | ReceiveReview>({
  id: 'MOD-17',
  says: 'Every portfolio of a batch has a score for every standard and a judgement on every gate.',
  holds: (_batch, command, book) => entering(command).every((each) => unjudged(each, book).length === 0),
  detail: (_batch, command, book) =>
    entering(command)
      .map((each) => ({ submission: each.submission, missing: unjudged(each, book) }))
      .filter(({ missing }) => missing.length > 0)
      .map(({ submission, missing }) => `${submission} has none for ${missing.join(', ')}.`)
      .join(' '),
});

export const portfolioIsInSample = rule<Batch, UpholdReview | QueryReview>({
  id: 'MOD-4',
  says: 'A moderator decides on portfolios of the drawn sample.',
  holds: (batch, { submission }) => !['unseen', undefined].includes(foundOf(batch, submission)),
});

export const portfolioIsNotAway = rule<Batch, UpholdReview | QueryReview>({
  id: 'MOD-5',
  says: 'A queried review comes back from its assessor before it is decided again.',
  holds: (batch, { submission }) => foundOf(batch, submission) !== 'queried',
});

export const queriesAreReasoned = rule<Batch, QueryReview>({
  id: 'MOD-6',
  says: 'A query names at least one standard and says what to look at again.',
  holds: (_batch, { queries }, book) =>
    queries.length > 0 && queries.every(({ standard, says }) => book.judged.has(standard) && given(says)),
});

/** What a query asks to be looked at again though nobody judged it in this attempt. */
function settledBefore(batch: Batch, { submission, queries }: QueryReview) {
  const grounds = candidatureIn(batch, submission)?.grounds ?? {};
  return queries
    .map(({ standard }) => standard)
    .filter((standard) => ['banked', 'priorLearning'].includes(grounds[standard]?.how ?? 'marked'));
}

export const queriesAreOnWhatWasMarked = rule<Batch, QueryReview>({
  id: 'MOD-18',
  says: 'A query is on what was marked in this attempt; what is banked stays as it is.',
  holds: (batch, command) => settledBefore(batch, command).length === 0,
  detail: (batch, command) => `Banked: ${settledBefore(batch, command).join(', ')}.`,
});

const ownMarks = (command: UpholdReview | QueryReview) =>
  command.type === 'UpholdReview' ? (command.marks ?? {}) : marksOf(command.queries);

const offScale = (command: UpholdReview | QueryReview, { judged, highest }: Rulebook) => {
  const codes = new Set<string>(judged.keys());
  return Object.entries(ownMarks(command))
    .filter(([code, mark]) => !codes.has(code) || !Number.isInteger(mark) || mark < 0 || mark > highest)
    .map(([code, mark]) => `${code} ${mark}`);
};

export const marksAreOnScale = rule<Batch, UpholdReview | QueryReview>({
  id: 'MOD-19',
  says: 'A moderator’s own mark is a whole number on the scale of the scheme, for a standard that it scores.',
  holds: (_batch, command, book) => offScale(command, book).length === 0,
  detail: (_batch, command, book) => `Not so: ${offScale(command, book).join(', ')}.`,
});

const ownTolerance = (batch: Batch, { submission, marks = {} }: UpholdReview, book: Rulebook) =>
  toleranceOf(marks, candidatureIn(batch, submission)?.scores ?? {}, book);

export const marksAreWithinTolerance = rule<Batch, UpholdReview>({
  id: 'MOD-20',
  says: 'A portfolio is upheld where the moderator’s own marks are within tolerance; beyond it, they query.',
  holds: (batch, command, book) =>
    candidatureIn(batch, command.submission) === undefined || ownTolerance(batch, command, book).within,
  detail: (batch, command, book) => {
    const { apart, criticalFlips, flips } = ownTolerance(batch, command, book);
    return [
      ...(apart.length > 0 ? [`Too far apart: ${apart.join(', ')}.`] : []),
      ...(criticalFlips.length > 0 ? [`On two sides of the threshold, critical: ${criticalFlips.join(', ')}.`] : []),
      ...(flips.length > 0 ? [`On two sides of the threshold: ${flips.join(', ')}.`] : []),
    ].join(' ');
  },
});

export const reviewWasQueried = rule<Batch, ReceiveReview>({
  id: 'MOD-7',
  says: 'Only a queried review is received again.',
  holds: (batch, { candidature }) => foundOf(batch, candidature.submission) === 'queried',
});

/** A fact delivered a second time must not bring back a review that its assessor has again. */
export const roundIsLater = rule<Batch, ReceiveReview>({
  id: 'MOD-13',
  says: 'A queried review is received in a later round than the one that was queried.',
  holds: (batch, { candidature }) => (candidatureIn(batch, candidature.submission)?.round ?? 0) < candidature.round,
});

export const directClaimIsReasoned = rule<Batch, GrantDirectClaim>({
  id: 'MOD-8',
  says: 'A direct claim gives its reason.',
  holds: (_batch, { reason }) => given(reason),
});

export const signatureIsNamed = rule<Batch, SignOff>({
  id: 'MOD-9',
  says: 'A sign-off carries the statement that is signed.',
  holds: (_batch, { statement }) => given(statement),
});

export const signerProvedWhoTheyAre = rule<Batch, SignOff | ProposeRelease>({
  id: 'MOD-10',
  says: 'A moderator proves again who they are before signing.',
  holds: (_batch, { reauthenticated }) => reauthenticated,
});

export const digestIsWhatWasShown = rule<Batch, SignOff>({
  id: 'MOD-11',
  says: 'What is signed is what was shown: the digests are equal.',
  holds: ({ population }, { digest }) => digest === signingDigest(population),
});

/** Not a refusal: with this one upheld, nothing of the sample is open any more. */
export const lastOfSample = when<Batch, UpholdReview>('all others of the sample are upheld', (batch, { submission }) =>
  isLastOpen(batch, submission),
);

/** Not a refusal: nothing of stage one was beyond tolerance, or everything has been looked at. */
export const stageOneSuffices = when<Batch, UpholdReview>(
  'nothing was beyond tolerance, or nobody is left to draw',
  ({ beyond, found }) => beyond.length === 0 || !found.includes('unseen'),
);
