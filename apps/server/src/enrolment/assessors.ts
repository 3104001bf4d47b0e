import type { World } from '../world.ts';

/** An assessor of a provider, with how many reviews they have to begin or to seal. */
export interface AssessorLine {
  readonly person: string;
  readonly name: string;
  readonly open: number;
}

/** The assessors of a provider with the reviews that each has open, who has the fewest first. */
export async function assessorsOf(world: World, provider: string): Promise<AssessorLine[]> {
  const rows = await world.db
    .selectFrom('appointment')
    .leftJoin('review', (join) =>
      join.onRef('review.assessor', '=', 'appointment.person').on('review.status', 'in', ['allocated', 'marking']),
    )
    .select(({ fn }) => ['appointment.person', fn.count<number>('review.assessor').as('open')])
    .where('appointment.provider', '=', provider)
    .where('appointment.role', '=', 'assessor')
    .groupBy('appointment.person')
    .execute();
  const people = await world.identity.people(rows.map(({ person }) => person));
  return rows
    .map(({ person, open }) => ({ person, name: people.get(person)?.name ?? 'Unknown', open }))
    .toSorted((a, b) => a.open - b.open || a.name.localeCompare(b.name, 'en'));
}
