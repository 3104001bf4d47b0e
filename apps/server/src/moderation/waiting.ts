import { candidatureOf, type Agreed, type Candidature } from '@assay/engine';
import type { Database, Writing } from '../database.ts';

/** The agreed markings of a cohort that are in no batch yet, as candidatures. */
export async function waitingFor(db: Database | Writing, cohort: string): Promise<Candidature[]> {
  const rows = await unbatched(db)
    .where('marking.cohort', '=', cohort)
    .innerJoin('fact', (join) =>
      join.onRef('fact.stream', '=', 'marking.marking').onRef('fact.version', '=', 'marking.version'),
    )
    .select('fact.data')
    .orderBy('marking.marking')
    .execute();
  return rows.map(({ data }) => {
    const agreed: Agreed = JSON.parse(data);
    return candidatureOf(agreed);
  });
}

/** How many they are. */
export async function manyWaitingFor(db: Database | Writing, cohort: string): Promise<number> {
  const { many } = await unbatched(db)
    .where('marking.cohort', '=', cohort)
    .select(({ fn }) => fn.countAll<number>().as('many'))
    .executeTakeFirstOrThrow();
  return many;
}

/** How many there are of every cohort of these providers that has any. */
export async function waitingByCohort(
  db: Database | Writing,
  providers: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await unbatched(db)
    .where('marking.provider', 'in', providers)
    .select(({ fn }) => ['marking.cohort', fn.countAll<number>().as('many')])
    .groupBy('marking.cohort')
    .execute();
  return new Map(rows.map(({ cohort, many }) => [cohort, many]));
}

function unbatched(db: Database | Writing) {
  return db
    .selectFrom('marking')
    .where('marking.status', '=', 'agreed')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('batch_portfolio')
            .select('batch')
            .whereRef('batch_portfolio.submission', '=', 'marking.submission'),
        ),
      ),
    );
}
