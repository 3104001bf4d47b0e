import {
  award,
  awardId,
  batchId,
  candidatureOf,
  cohort,
  cohortId,
  moderation,
  opensAward,
  opensSubmission,
  signingDigest,
  submission,
  submissionId,
  type Actor,
  type AnyFact,
  type Candidature,
  type OpenSubmission,
  type Outcome,
  type Rulebook,
} from '@assay/engine';
import { at, by, calendar, house } from './people.ts';
import type { Chance } from './chance.ts';
import { Desk, factOf } from './desk.ts';
import { mark } from './marking.ts';
import { handIn } from './portfolio.ts';

interface Asked {
  readonly first: number;
  readonly many: number;
  readonly book: Rulebook;
  readonly dice: Chance;
  readonly heard: (fact: AnyFact) => void;
}

/** How far apart assessors are, in points of the scale. */
const spreadOfSeverity = 0.15;

/** Runs one cohort from enrolment to released awards; answers each candidate's outcome. */
export function candidatesOf({ first, many, book, dice, heard }: Asked): { outcomes: Outcome[]; commands: number } {
  const desk = new Desk(book, heard);
  const provider = by('staff', 'provider');
  const assessors = [1, 2, 3, 4].map((n) => ({
    assessor: by(`assessor-${n}`, 'assessor'),
    severity: (n - 2.5) * spreadOfSeverity,
  }));
  const id = cohortId(`cohort-${first}`);
  let { state } = desk.send(cohort, null, {
    type: 'OpenCohort',
    cohort: id,
    provider: house,
    title: `Cohort ${first}`,
    opensOn: calendar(1),
    dueOn: calendar(2),
    by: provider,
    at: at(1),
  });

  const population: Candidature[] = [];
  for (let n = first; n < first + many; n++) {
    const candidate = by(`candidate-${n}`, 'candidate');
    const attempt = submissionId(`submission-${n}`);
    const enrolled = desk.send(cohort, state, {
      type: 'EnrolCandidate',
      candidate: candidate.person,
      submission: attempt,
      route: book.routes[0] ?? '',
      by: provider,
      at: at(1),
    });
    state = enrolled.state;
    const marker = assessors[n % assessors.length];
    if (marker !== undefined)
      population.push(
        assess(desk, dice, opensSubmission(factOf(enrolled.facts, 'CandidateEnrolled')), candidate, provider, marker),
      );
  }
  return { outcomes: release(desk, population, id), commands: desk.commands };
}

function assess(
  desk: Desk,
  dice: Chance,
  open: OpenSubmission,
  candidate: Actor,
  provider: Actor,
  marker: { assessor: Actor; severity: number },
): Candidature {
  const opened = desk.send(submission, null, open);
  const { accepted, manifest } = handIn(desk, opened.state, candidate, provider);
  // National pass rates are high (scheme.md section 8), so most are well above the threshold on every standard.
  const ability = 3.9 + 0.45 * dice.bell();
  return candidatureOf(mark(desk, dice, accepted, manifest, { ...marker, provider, ability }));
}

function release(desk: Desk, population: readonly Candidature[], id: ReturnType<typeof cohortId>): Outcome[] {
  const moderator = by('moderator', 'moderator');
  const batch = batchId(`${id}-batch`);
  let { state } = desk.send(moderation, null, {
    type: 'PlanBatch',
    batch,
    cohort: id,
    provider: house,
    title: 'Window 1',
    seed: id,
    by: moderator,
    at: at(10),
  });
  ({ state } = desk.send(moderation, state, { type: 'DrawSample', population, by: moderator, at: at(10) }));
  for (const { submission: drawn } of state.context.sample) {
    ({ state } = desk.send(moderation, state, {
      type: 'UpholdReview',
      submission: drawn,
      note: '',
      by: moderator,
      at: at(11),
    }));
  }
  ({ state } = desk.send(moderation, state, {
    type: 'GrantDirectClaim',
    reason: 'Simulated.',
    by: moderator,
    at: at(12),
  }));
  const digest = signingDigest(state.context.population);
  const signed = desk.send(moderation, state, {
    type: 'SignOff',
    statement: 'Simulated.',
    digest,
    reauthenticated: true,
    by: moderator,
    at: at(13),
  });
  const fact = factOf(signed.facts, 'BatchSignedOff');
  return population.map((candidature) => {
    const recommended = desk.send(
      award,
      null,
      opensAward(fact, candidature, awardId(`${candidature.submission}-award`)),
    );
    return desk.send(award, recommended.state, { type: 'RatifyAward', by: moderator, at: at(14) }).state.context
      .outcome;
  });
}
