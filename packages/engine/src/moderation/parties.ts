import type { Party, PersonId } from '../kernel/index.ts';
import type { Candidature } from './candidature.ts';
import type { Batch } from './moderation.facts.ts';

type PartiesByPerson = ReadonlyMap<PersonId, readonly Party[]>;

const nobody: readonly Party[] = [];

/**
 * Every command asks who somebody is in the population, which is the same list until a portfolio comes back: so the
 * answer is worked out once for a list. It follows from the list alone, and goes when the list goes.
 */
const worked = new WeakMap<readonly Candidature[], PartiesByPerson>();

function peopleOf(population: readonly Candidature[]): PartiesByPerson {
  const candidates = new Set(population.map(({ candidate }) => candidate));
  const assessors = new Set<PersonId>();
  for (const { assessor, alsoMarked } of population) {
    assessors.add(assessor);
    for (const marked of alsoMarked) assessors.add(marked.assessor);
  }
  return new Map(
    [...new Set([...candidates, ...assessors])].map((person) => [
      person,
      [
        ...(candidates.has(person) ? [{ person, role: 'candidate' } as const] : []),
        ...(assessors.has(person) ? [{ person, role: 'assessor' } as const] : []),
      ],
    ]),
  );
}

/** In which roles a person stands in a population. */
export function partiesIn(population: readonly Candidature[], person: PersonId): readonly Party[] {
  const known = worked.get(population) ?? peopleOf(population);
  worked.set(population, known);
  return known.get(person) ?? nobody;
}

/** In which roles a person stands in a batch: in its population, or by having acted on it. */
export function partiesOf({ population, moderators, externalModerators }: Batch, person: PersonId): Party[] {
  return [
    ...partiesIn(population, person),
    ...(moderators.includes(person) ? [{ person, role: 'moderator' } as const] : []),
    ...(externalModerators.includes(person) ? [{ person, role: 'externalModerator' } as const] : []),
  ];
}
