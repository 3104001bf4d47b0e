import { conflictOf, rule } from '../kernel/index.ts';
import type { EnrolCandidate, OpenCohort } from './cohort.commands.ts';
import type { Cohort } from './cohort.facts.ts';

export const cohortIsTitled = rule<null, OpenCohort>({
  id: 'ENR-5',
  says: 'A cohort has a title.',
  holds: (_none, { title }) => title.trim() !== '',
});

export const cohortEndsAfterItBegins = rule<null, OpenCohort>({
  id: 'ENR-6',
  says: 'The due day of a cohort comes after the day it opens.',
  holds: (_none, { opensOn, dueOn }) => opensOn < dueOn,
});

export const candidateIsNew = rule<Cohort, EnrolCandidate>({
  id: 'ENR-7',
  says: 'A candidate is enrolled in a cohort once.',
  holds: ({ candidates }, { candidate }) => !candidates.includes(candidate),
});

export const routeIsOffered = rule<Cohort, EnrolCandidate>({
  id: 'ENR-8',
  says: 'A candidate follows a route that the scheme offers.',
  holds: (_cohort, { route }, book) => book.routes.includes(route),
  detail: (_cohort, { route }) => `There is no route called “${route}”.`,
});

/** The general rule K4 knows a candidate only once they are enrolled, so the enrolment asks it first. */
export const nobodyEnrolsThemselves = rule<Cohort, EnrolCandidate>({
  id: 'ENR-11',
  says: 'Nobody enrols themselves.',
  holds: (_cohort, { candidate, by }) => candidate !== by.person,
});

/** K4 asked of the one who is named: whoever has a part in the cohort could not act as its candidate. */
export const candidateStandsNowhereElse = rule<Cohort, EnrolCandidate>({
  id: 'ENR-12',
  says: 'Nobody is enrolled where they stand in a conflicting role already.',
  holds: (_cohort, { candidate, involved = [] }) => conflictOf(candidate, 'candidate', involved) === undefined,
});
