import type { Party, PersonId } from '../kernel/index.ts';
import type { Candidature } from './candidature.ts';
import type { Batch } from './moderation.facts.ts';

/**
 * In which roles a person stands in a population. Asked with every command, so it looks for the one person and builds
 * no list of everybody.
 */
export function partiesIn(population: readonly Candidature[], person: PersonId): Party[] {
  let [candidate, assessor] = [false, false];
  for (const each of population) {
    candidate ||= each.candidate === person;
    assessor ||= each.assessor === person || each.alsoMarked.some((marked) => marked.assessor === person);
  }
  return [
    ...(candidate ? [{ person, role: 'candidate' } as const] : []),
    ...(assessor ? [{ person, role: 'assessor' } as const] : []),
  ];
}

/** In which roles a person stands in a batch: in its population, or by having acted on it. */
export function partiesOf({ population, moderators, externalModerators }: Batch, person: PersonId): Party[] {
  return [
    ...partiesIn(population, person),
    ...(moderators.includes(person) ? [{ person, role: 'moderator' } as const] : []),
    ...(externalModerators.includes(person) ? [{ person, role: 'externalModerator' } as const] : []),
  ];
}
