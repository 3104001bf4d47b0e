import { providersAs, type Session } from '../session/session.ts';
import type { World } from '../world.ts';
import { standingsOf, type ItemStanding } from './concern.views.ts';

/** An item that is held, and whose it is. */
export interface HeldItem extends ItemStanding {
  readonly submission: string;
  readonly candidateName: string;
  readonly cohortTitle: string;
}

/**
 * The items that are returned, quarantined or held for a safeguarding concern at the providers for which the session
 * moderates or is staff, longest first. What was reported is told to those who may know it.
 */
export async function heldItems(
  world: World,
  session: Session,
  { after, limit }: { readonly after: string | null; readonly limit: number },
): Promise<{ lines: HeldItem[]; next: string | null }> {
  const actors = session.actors.filter(({ role }) => role === 'moderator' || role === 'provider');
  const providers = [...new Set([...providersAs(session, 'moderator'), ...providersAs(session, 'provider')])];
  if (providers.length === 0) return { lines: [], next: null };
  let query = world.db
    .selectFrom('item')
    .innerJoin('submission', 'submission.submission', 'item.submission')
    .innerJoin('cohort', 'cohort.cohort', 'submission.cohort')
    .select(['item.item', 'item.submission', 'item.candidate', 'item.held_at', 'cohort.title'])
    .where('item.provider', 'in', providers)
    .where('item.held_at', 'is not', null)
    .where('item.candidate', '!=', session.person.id)
    .orderBy('item.held_at')
    .orderBy('item.item')
    .limit(limit + 1);
  if (after !== null) {
    const [at = '', item = ''] = after.split(' ');
    query = query.where(({ eb, refTuple, tuple }) => eb(refTuple('item.held_at', 'item.item'), '>', tuple(at, item)));
  }
  const rows = await query.execute();
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const people = await world.identity.people(page.map(({ candidate }) => candidate));
  const standings = new Map(
    (page.length === 0 ? [] : await standingsOf(world, session, actors, { items: page.map(({ item }) => item) })).map(
      (standing) => [standing.item, standing],
    ),
  );
  return {
    lines: page.flatMap(({ item, submission, candidate, title }) => {
      const standing = standings.get(item);
      const candidateName = people.get(candidate)?.name ?? 'Unknown';
      return standing === undefined ? [] : [{ ...standing, submission, candidateName, cohortTitle: title }];
    }),
    next: rows.length > limit && last !== undefined ? `${last.held_at} ${last.item}` : null,
  };
}
