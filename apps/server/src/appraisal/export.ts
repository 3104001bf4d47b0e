import type { AppraisalId } from '@assay/engine';
import { notFound } from '../record/errors.ts';
import type { Session } from '../session/session.ts';
import type { World } from '../world.ts';
import { appraisedBy } from './appraisal.use.ts';
import { seenAppraisal } from './appraisal.views.ts';

/**
 * Everything of an appraisal that its practitioner may see, to take away: in every state, also once it is closed or
 * withdrawn. The reviewer's rating is in it from the day on which both had sealed.
 */
export async function exportAppraisal(world: World, session: Session, id: AppraisalId) {
  const { known, actor, context, facts } = await seenAppraisal(world, session, id);
  if (actor.role !== 'candidate') throw notFound('appraisal of yours');
  const { framework, profile } = appraisedBy(world.library.appraisals, context.framework);
  const people = await world.identity.people([
    context.practitioner,
    context.reviewer,
    ...facts.map(({ by }) => by.person),
  ]);
  const { name: provider } = await world.db
    .selectFrom('provider')
    .select('name')
    .where('provider', '=', context.provider)
    .executeTakeFirstOrThrow();
  return {
    exportedAt: world.given.now(),
    provider,
    people: Object.fromEntries([...people.values()].map(({ id: person, name }) => [person, name])),
    status: known.state.status,
    appraisal: context,
    facts,
    framework: { id: framework.id, title: framework.title, acknowledgement: framework.acknowledgement },
    profile,
    statements: framework.areas.flatMap(({ statements }) => statements.map(({ code, text }) => ({ code, text }))),
  };
}
