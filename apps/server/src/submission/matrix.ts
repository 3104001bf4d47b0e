import type { Award, SubmissionId } from '@assay/engine';
import { statementsOf } from '@assay/standards';
import type { Session } from '../session/session.ts';
import type { World } from '../world.ts';
import { visibleSubmission } from './submission.views.ts';

export interface MatrixRow {
  readonly code: string;
  readonly area: string;
  readonly kind: string;
  /** `counted`: confirmed by the assessor for this statement; it and what follows it are told only once the result is released. */
  readonly state: 'none' | 'claimed' | 'counted' | 'achieved' | 'notAchieved';
  readonly claims: readonly {
    readonly item: string;
    readonly title: string;
    readonly place: string;
    readonly component: string;
    readonly method: string;
  }[];
  readonly score: number | null;
  readonly critical: boolean;
}

/** Every statement of the framework with what is claimed for it and, after release, what became of it. */
export async function matrixOf(
  world: World,
  session: Session,
  submission: SubmissionId,
): Promise<{ submission: string; rows: MatrixRow[] }> {
  const row = await visibleSubmission(world, session, submission);
  const claims = await world.db
    .selectFrom('claim')
    .innerJoin('item', 'item.item', 'claim.item')
    .select(['claim.statement', 'claim.place', 'item.item', 'item.title', 'item.component', 'item.method'])
    .where('claim.submission', '=', submission)
    .orderBy('item.component')
    .orderBy('item.title')
    .execute();
  const byStatement = Map.groupBy(claims, ({ statement }) => statement);
  const { scores, covered } =
    row.stage === 'released'
      ? await findingsOf(world, submission)
      : { scores: new Map<string, number>(), covered: new Set<string>() };
  const { book, framework } = world.library;
  const areaOf = new Map(
    framework.areas.flatMap(({ id, statements }) => statements.map(({ code }) => [code, id] as const)),
  );
  const rows = statementsOf(framework).map(({ code, kind }): MatrixRow => {
    const claimed = byStatement.get(code) ?? [];
    const score = scores.get(code) ?? null;
    const state =
      score !== null
        ? score >= book.threshold
          ? 'achieved'
          : 'notAchieved'
        : covered.has(code)
          ? 'counted'
          : claimed.length > 0
            ? 'claimed'
            : 'none';
    return {
      code,
      area: areaOf.get(code) ?? '',
      kind,
      state,
      claims: claimed.map(({ item, title, place, component, method }) => ({ item, title, place, component, method })),
      score,
      critical: book.judged.get(code)?.critical ?? false,
    };
  });
  return { submission, rows };
}

/** What the award rests on, as it stands: what was banked before is in it, and so are corrections. */
async function findingsOf(world: World, submission: string) {
  const found = await world.db
    .selectFrom('award')
    .innerJoin('stream', 'stream.id', 'award.award')
    .select('stream.context')
    .where('award.submission', '=', submission)
    .executeTakeFirst();
  const noted = await world.db
    .selectFrom('coverage')
    .innerJoin('review', 'review.review', 'coverage.review')
    .select('coverage.statement')
    .where('review.submission', '=', submission)
    .where('coverage.state', '=', 'noted')
    .execute();
  const { scores }: Pick<Award, 'scores'> = found === undefined ? { scores: {} } : JSON.parse(found.context);
  return {
    scores: new Map(Object.entries(scores)),
    covered: new Set(noted.map(({ statement }) => statement)),
  };
}
