import {
  malpractice as workflow,
  personId,
  type Actor,
  type Malpractice,
  type MalpracticeId,
  type State,
  type VoidedEvidence,
} from '@assay/engine';
import { notFound } from '../record/errors.ts';
import { involvedIn } from '../record/involvement.ts';
import { providersAs, type Session } from '../session/session.ts';
import type { World } from '../world.ts';
import { lineOf, type CaseLine } from './malpractice.lists.ts';

/** A case for those who decide on it, and for its candidate, who is not told by whom it was reported. */
export interface CaseView extends CaseLine {
  readonly says: string;
  readonly evidence: readonly { readonly item: string; readonly title: string }[];
  readonly reporterName: string | null;
  readonly investigatedAt: string | null;
  readonly answer: string | null;
  readonly decided: {
    readonly at: string;
    readonly reason: string;
    readonly penalty: string | null;
    readonly voided: VoidedEvidence | null;
  } | null;
  readonly may: readonly string[];
}

/**
 * Who may read a case: a moderator of the provider who does not stand in its portfolio in a role that conflicts, and its
 * candidate once the investigation is opened. Anybody else is told that there is none. Answers as whom it is read.
 */
export async function readableCase(world: World, session: Session, id: MalpracticeId) {
  const { db } = world;
  const stream = await db
    .selectFrom('stream')
    .select(['status', 'context'])
    .where('id', '=', id)
    .where('workflow', '=', workflow.name)
    .executeTakeFirst();
  if (stream === undefined) throw notFound(workflow.name);
  const context: Malpractice = JSON.parse(stream.context);
  const state: State<Malpractice> = { status: stream.status, context };
  const row = await db.selectFrom('malpractice').selectAll().where('malpractice', '=', id).executeTakeFirstOrThrow();
  const person = personId(session.person.id);
  if (context.candidate === person) {
    if (row.investigated_at === null) throw notFound(workflow.name);
    const actor: Actor = { person, role: 'candidate', provider: context.provider };
    return { row, state, actor, as: 'candidate' as const };
  }
  const actor: Actor = { person, role: 'moderator', provider: context.provider };
  const involved = await involvedIn(db, { of: id }, [person]);
  const mayAct =
    providersAs(session, 'moderator').includes(context.provider) &&
    workflow.allows(state, { type: 'OpenInvestigation', by: actor, at: world.given.now(), involved });
  if (!mayAct) throw notFound(workflow.name);
  return { row, state, actor, as: 'moderator' as const };
}

export async function showCase(world: World, session: Session, id: MalpracticeId): Promise<CaseView> {
  const { row, state, actor, as } = await readableCase(world, session, id);
  const { context } = state;
  const items =
    context.evidence.length === 0
      ? []
      : await world.db
          .selectFrom('item')
          .select(['item', 'title'])
          .where('item', 'in', [...context.evidence])
          .orderBy('title')
          .orderBy('item')
          .execute();
  const people = await world.identity.people([row.candidate, context.reporter.person]);
  const voided: VoidedEvidence | null = row.voided === null ? null : JSON.parse(row.voided);
  return {
    ...lineOf(row, people),
    says: row.says,
    evidence: items,
    reporterName: as === 'candidate' ? null : (people.get(context.reporter.person)?.name ?? 'Unknown'),
    investigatedAt: row.investigated_at,
    answer: row.answer,
    decided:
      row.decided_at === null ? null : { at: row.decided_at, reason: row.reason ?? '', penalty: row.penalty, voided },
    may: workflow.open(state, actor),
  };
}
