import type { CohortId, PersonId, SubmissionId } from '@assay/engine';
import { sql, type RawBuilder } from 'kysely';
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
async function choose({ db }: World, asked: Asked): Promise<string[]> {
  const columns = [...columnsOf[asked.sort], 'submission'].map((column) => sql.ref(`submission.${column}`));
  const direction = asked.descending ? sql`desc` : sql`asc`;
  // An address is one candidate's, so nothing is to be put in order: with an order SQLite would go through the cohort in it.
  const order = isAddress(asked)
    ? sql``
    : sql`order by ${sql.join(columns.map((column) => sql`${column} ${direction}`))}`;
  const conditions = sql.join([...filtersOf(asked), ...beyond(asked, columns)], sql` and `);
  // Whoever marks has few of a large cohort: those are looked at one by one, which a cross join tells SQLite to do.
  const source = asked.assessor === undefined ? sql`submission` : sql`review cross join submission`;
  const { rows } = await sql<{ submission: string }>`select submission.submission from ${source}
    where ${conditions} ${order} limit ${asked.limit + 1}`.execute(db);
  return rows.map(({ submission }) => submission);
}

const isAddress = ({ search = '' }: Asked) => search.includes('@');

function filtersOf(asked: Asked): RawBuilder<unknown>[] {
  const { cohort, stage, assessor, search = '' } = asked;
  const wanted = search.trim();
  const filters = [sql`submission.cohort = ${cohort}`, sql`submission.current = 1`];
  if (stage !== undefined) filters.push(sql`submission.stage = ${stage}`);
  if (assessor !== undefined)
    filters.push(
      sql`submission.submission = review.submission and review.cohort = ${cohort} and review.assessor = ${assessor}`,
    );
  if (isAddress(asked))
    filters.push(sql`submission.candidate in (select id from "user" where email = ${wanted.toLowerCase()})`);
  else if (wanted !== '') filters.push(sql`submission.name_key like ${`%${literally(nameKey(wanted))}%`} escape '\\'`);
  return filters;
}

/** What comes after the submission on which the page before ended, as it stands now. */
function beyond({ cohort, after, descending }: Asked, columns: readonly RawBuilder<unknown>[]): RawBuilder<unknown>[] {
  if (after === null) return [];
  const place = sql.join(columns);
  const last = sql`(select ${place} from submission where submission = ${after} and cohort = ${cohort})`;
  return [sql`(${place}) ${descending ? sql`<` : sql`>`} ${last}`];
}

/** Text in which `like` finds no sign of its own. */
const literally = (text: string) => text.replaceAll(/[\\%_]/g, String.raw`\$&`);
