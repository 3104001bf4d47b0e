import { personId, roles, type AnyFact, type Party, type Role } from '@assay/engine';
import type { Database, Writing } from '../database.ts';
import { inPieces } from './pieces.ts';
import type { Recorded } from './projection.ts';

/**
 * Who stands in which role on the portfolios that a record is part of, in all their records (K4). A batch may hold
 * thousands of portfolios, so only those who are asked about are looked for.
 */
export async function involvedIn(
  db: Database | Writing,
  portfolios: { readonly of: string | readonly string[] } | { readonly are: readonly string[] },
  people: readonly string[],
): Promise<Party[]> {
  const rows = await db
    .selectFrom('involvement')
    .innerJoin('belonging', 'belonging.stream', 'involvement.stream')
    .select(['involvement.person', 'involvement.role'])
    .distinct()
    .where('involvement.person', 'in', [...people])
    .where(({ eb, selectFrom }) =>
      'of' in portfolios
        ? eb(
            'belonging.portfolio',
            'in',
            selectFrom('belonging as own')
              .select('own.portfolio')
              .where('own.stream', 'in', typeof portfolios.of === 'string' ? [portfolios.of] : portfolios.of),
          )
        : eb('belonging.portfolio', 'in', [...portfolios.are]),
    )
    .execute();
  return rows.flatMap(({ person, role }) => {
    const known = roles.find((name) => name === role);
    return known === undefined ? [] : [{ person: personId(person), role: known }];
  });
}

/** Keeps who facts bring onto their records, and of which portfolios the records are part. */
export async function keepInvolvement(writing: Writing, recorded: readonly Recorded<object, AnyFact>[]): Promise<void> {
  // What was said of the cohort whole is said of each portfolio once it is known which ones they are.
  for (const { stream, fact } of recorded)
    if ('population' in fact) await writing.deleteFrom('belonging').where('stream', '=', stream).execute();
  const belonging = recorded.flatMap(({ stream, version, fact }) =>
    portfoliosIn(stream, version, fact).map((portfolio) => ({ stream, portfolio })),
  );
  for (const piece of inPieces(belonging))
    await writing
      .insertInto('belonging')
      .values(piece)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  const involvement = recorded.flatMap(({ stream, version, fact }) =>
    peopleIn(version, fact).map(({ person, role }) => ({ stream, person, role })),
  );
  for (const piece of inPieces(involvement))
    await writing
      .insertInto('involvement')
      .values(piece)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  // Who let an allocation lapse had nothing to do with the portfolio after all.
  for (const { stream, fact } of recorded)
    if (fact.type === 'AllocationLapsed' && 'assessor' in fact && typeof fact.assessor === 'string')
      await writing
        .deleteFrom('involvement')
        .where('stream', '=', stream)
        .where('person', '=', fact.assessor)
        .where('role', '=', 'assessor')
        .execute();
}

function portfoliosIn(stream: string, version: number, fact: AnyFact): readonly string[] {
  if (fact.type === 'SubmissionOpened') return [stream];
  if ('population' in fact && Array.isArray(fact.population))
    return fact.population.map(({ submission }: { submission: string }) => submission);
  // Which portfolios a planned batch will hold is not known yet: any of its cohort's.
  if (fact.type === 'BatchPlanned' && 'cohort' in fact && typeof fact.cohort === 'string') return [fact.cohort];
  const ofOne = version === 1 || fact.type === 'CandidateEnrolled';
  return ofOne && 'submission' in fact && typeof fact.submission === 'string' ? [fact.submission] : [];
}

/** Candidates and assessors act on what is theirs; they stand there since it was given to them. */
const given: ReadonlySet<Role> = new Set(['candidate', 'assessor']);

function peopleIn(version: number, fact: AnyFact): readonly { person: string; role: string }[] {
  const { by } = fact;
  const acting = by.role !== 'system' && (version === 1 || !given.has(by.role));
  return [...(acting ? [{ person: by.person, role: by.role }] : []), ...named(fact)];
}

function named(fact: AnyFact): readonly { person: string; role: string }[] {
  if (fact.type === 'SubmissionOpened' && 'candidate' in fact && typeof fact.candidate === 'string')
    return [{ person: fact.candidate, role: 'candidate' }];
  if (fact.type.endsWith('Allocated') && 'assessor' in fact && typeof fact.assessor === 'string')
    return [{ person: fact.assessor, role: 'assessor' }];
  return [];
}
