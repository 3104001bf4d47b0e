import { conflictOf, member, rule, when } from '../kernel/index.ts';
import { signingDigest } from './candidature.ts';
import type {
  DrawSample,
  GrantDirectClaim,
  PlanBatch,
  QueryReview,
  ReceiveReview,
  SignOff,
  UpholdReview,
} from './moderation.commands.ts';
import type { Batch } from './moderation.facts.ts';

export const planHasSeed = rule<null, PlanBatch>({
  id: 'MOD-1',
  says: 'A sampling plan has a title and a seed, both fixed before marks are looked at.',
  holds: (_none, { title, seed }) => title.trim() !== '' && seed.trim() !== '',
});

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

/** The general rule K4 knows the portfolios of a batch only once they are drawn, so the draw asks it first. */
export const moderatorIsIndependent = rule<Batch, DrawSample>({
  id: 'MOD-3',
  says: 'Nobody moderates a batch in which they were assessed or assessed somebody.',
  holds: (_batch, { population, by }) =>
    conflictOf(
      by.person,
      by.role,
      population.flatMap(({ candidate, assessor }) => [
        { person: candidate, role: 'candidate' },
        { person: assessor, role: 'assessor' },
      ]),
    ) === undefined,
});

export const portfolioIsInSample = rule<Batch, UpholdReview | QueryReview>({
  id: 'MOD-4',
  says: 'A moderator decides on portfolios of the drawn sample.',
  holds: ({ sample }, { submission }) => sample.some((drawn) => drawn.submission === submission),
});

export const portfolioIsNotAway = rule<Batch, UpholdReview | QueryReview>({
  id: 'MOD-5',
  says: 'A queried review comes back from its assessor before it is decided again.',
  holds: ({ found }, { submission }) => member(found, submission) !== 'queried',
});

export const queriesAreReasoned = rule<Batch, QueryReview>({
  id: 'MOD-6',
  says: 'A query names at least one standard and says what to look at again.',
  holds: (_batch, { queries }, book) =>
    queries.length > 0 && queries.every(({ standard, says }) => book.judged.has(standard) && says.trim() !== ''),
});

export const reviewWasQueried = rule<Batch, ReceiveReview>({
  id: 'MOD-7',
  says: 'Only a queried review is received again.',
  holds: ({ found }, { candidature }) => member(found, candidature.submission) === 'queried',
});

/** A fact delivered a second time must not bring back a review that its assessor has again. */
export const roundIsLater = rule<Batch, ReceiveReview>({
  id: 'MOD-13',
  says: 'A queried review is received in a later round than the one that was queried.',
  holds: ({ population }, { candidature }) =>
    population.every(({ submission, round }) => submission !== candidature.submission || round < candidature.round),
});

export const directClaimIsReasoned = rule<Batch, GrantDirectClaim>({
  id: 'MOD-8',
  says: 'A direct claim gives its reason.',
  holds: (_batch, { reason }) => reason.trim() !== '',
});

export const signatureIsNamed = rule<Batch, SignOff>({
  id: 'MOD-9',
  says: 'A sign-off carries the statement that is signed.',
  holds: (_batch, { statement }) => statement.trim() !== '',
});

export const signerProvedWhoTheyAre = rule<Batch, SignOff>({
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
export const lastOfSample = when<Batch, UpholdReview>(
  'all others of the sample are upheld',
  ({ sample, found }, { submission }) =>
    sample.every((drawn) => drawn.submission === submission || found[drawn.submission] === 'upheld'),
);
