import type { CohortId, PersonId, SubmissionId } from '@assay/engine';
import { sql } from 'kysely';
import type { Session } from '../session/session.ts';
import { nameKey } from '../submission/name.ts';
import type { Stage } from '../submission/stage.ts';
import type { World } from '../world.ts';
import { linesOf, type CandidateLine } from './candidates.ts';
import { staffedCohort } from './cohort.views.ts';

/** What a page of candidates can be sorted by, and the columns that an index keeps in that order. */
const columnsOf = {
  name: ['name_key'],
  due: ['due_on', 'name_key'],
  items: ['items', 'name_key'],
  claimed: ['claimed', 'name_key'],
  judged: ['judged', 'name_key'],
} as const;
export const sorts = [
  'name',
  'due',
  'items',
  'claimed',
  'judged',
] as const satisfies readonly (keyof typeof columnsOf)[];

/** Which candidates of a cohort are asked for. `after` is the submission on which the page before ended. */
export interface Asked {
  readonly cohort: CohortId;
  readonly after: SubmissionId | null;
  readonly limit: number;
  readonly stage?: Stage | undefined;
  /** Who was given any review of the portfolio. */
  readonly assessor?: PersonId | undefined;
  /** A part of the name, or a whole e-mail address. */
  readonly search?: string | undefined;
  readonly sort: (typeof sorts)[number];
  readonly descending: boolean;
}

/** One page of the candidates of a cohort, the newest attempt of each; `next` is what the next page comes after. */
export async function candidatePage(
  world: World,
  session: Session,
  asked: Asked,
): Promise<{ lines: CandidateLine[]; next: string | null }> {
  await staffedCohort(world, session, asked.cohort);
  const found = await choose(world, asked);
  const page = found.slice(0, asked.limit);
  if (page.length === 0) return { lines: [], next: null };
  const lines = await linesOf(world, session, (query) => query.where('submission.submission', 'in', page));
  const place = new Map(page.map((submission, index) => [submission, index]));
  return {
    lines: lines.toSorted((a, b) => (place.get(a.submission) ?? 0) - (place.get(b.submission) ?? 0)),
    next: found.length > asked.limit ? (page.at(-1) ?? null) : null,
  };
}

/** The submissions of a page and one more, chosen from an index alone: the rows are read only of those. */
async function choose(world: World, asked: Asked): Promise<string[]> {
  const order = sql.join([...columnsOf[asked.sort], 'submission'].map((column) => sql.ref(column)));
  const direction = sql.raw(asked.descending ? 'desc' : 'asc');
  const columns = [...columnsOf[asked.sort], 'submission'];
  let query = among(world, asked)
    .orderBy(sql.join(columns.map((column) => sql`${sql.ref(column)} ${direction}`)))
    .limit(asked.limit + 1);
  if (asked.after !== null) {
    const beyond = sql.raw(asked.descending ? '<' : '>');
    const last = sql`(select ${order} from submission where submission = ${asked.after} and cohort = ${asked.cohort})`;
    query = query.where(sql<boolean>`(${order}) ${beyond} ${last}`);
  }
  return (await query.execute()).map(({ submission }) => submission);
}

function among({ db }: World, { cohort, stage, assessor, search = '' }: Asked) {
  const wanted = search.trim();
  return db
    .selectFrom('submission')
    .select('submission')
    .where('cohort', '=', cohort)
    .where('current', '=', 1)
    .$if(stage !== undefined, (query) => query.where('stage', '=', stage ?? ''))
    .$if(assessor !== undefined, (query) =>
      query.where('submission', 'in', ({ selectFrom }) =>
        selectFrom('review')
          .select('review.submission')
          .where('review.assessor', '=', assessor ?? '')
          .where('review.cohort', '=', cohort),
      ),
    )
    .$if(wanted.includes('@'), (query) =>
      query.where('candidate', 'in', ({ selectFrom }) =>
        selectFrom('user').select('user.id').where('user.email', '=', wanted.toLowerCase()),
      ),
    )
    .$if(wanted !== '' && !wanted.includes('@'), (query) =>
      query.where(sql<boolean>`name_key like ${`%${literally(nameKey(wanted))}%`} escape '\\'`),
    );
}

/** Text in which `like` finds no sign of its own. */
const literally = (text: string) => text.replaceAll(/[\\%_]/g, String.raw`\$&`);
