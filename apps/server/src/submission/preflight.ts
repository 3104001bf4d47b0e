import { personId, providerId, submission, type State, type Submission, type SubmissionId } from '@assay/engine';
import type { Session } from '../session/session.ts';
import type { World } from '../world.ts';
import { ownSubmission } from './submission.views.ts';
import { portfolioOf, submittal } from './submission.use.ts';

/** What stands against submitting now (the declaration aside), and what a candidate may want to look at first. */
export async function preflight(world: World, session: Session, id: SubmissionId) {
  const { row } = await ownSubmission(world, session, id);
  const portfolio = await portfolioOf(world.db, id);
  const stream = await world.db.selectFrom('stream').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const context: Submission = JSON.parse(stream.context);
  const state: State<Submission> = { status: stream.status, context };
  const by = { person: personId(session.person.id), role: 'candidate' as const, provider: providerId(row.provider) };
  const asked = submittal(portfolio, true);
  const decision = submission.decide(state, { ...asked, by, at: world.given.now() }, world.library.book);

  const claimed = new Set(portfolio.flatMap(({ item }) => Object.keys(item.claims)));
  const unclaimed = [...world.library.book.judged.keys(), ...world.library.book.covered.keys()].filter(
    (code) => !claimed.has(code),
  );
  const silent = portfolio.filter(({ item }) => Object.keys(item.claims).length === 0).map(({ item }) => item.title);
  const undeclared = portfolio
    .filter(({ status }) => status === 'draft')
    .map(({ item }) => ({ item: item.item, title: item.title }));
  return {
    ready: decision.ok,
    refusals: decision.ok ? [] : decision.refusals,
    warnings: [
      ...(unclaimed.length > 0
        ? [{ says: `${unclaimed.length} statements are claimed by no evidence item.`, statements: unclaimed }]
        : []),
      ...(silent.length > 0 ? [{ says: `Claimed for no statement: ${silent.join(', ')}.`, statements: [] }] : []),
    ],
    undeclared,
  };
}
