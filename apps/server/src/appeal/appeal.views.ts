import {
  appeal as workflow,
  personId,
  providerId,
  type Actor,
  type Appeal,
  type AppealId,
  type Correction,
  type OfRecord,
  type State,
} from '@assay/engine';
import { reviewsOf } from '../marking-review/marking-review.views.ts';
import { notFound } from '../record/errors.ts';
import { providersAs, type Session } from '../session/session.ts';
import type { World } from '../world.ts';

/** An appeal for its candidate, its provider's staff, and those who hear it. */
export interface AppealView {
  readonly appeal: string;
  readonly version: number;
  readonly status: string;
  readonly award: string;
  readonly submission: string;
  readonly candidateName: string;
  readonly grounds: string;
  readonly says: string;
  readonly lodgedAt: string;
  readonly dueAt: string | null;
  /** The decision that is appealed against. */
  readonly against: {
    readonly markingReview: string;
    readonly reason: string;
    readonly changes: readonly Correction[];
  };
  /** What is on record, as the review left it. */
  readonly ofRecord: OfRecord;
  readonly officerName: string | null;
  readonly officerReason: string | null;
  readonly escalation: string | null;
  readonly panel: readonly { readonly person: string; readonly name: string; readonly connected: boolean }[];
  readonly panelReason: string | null;
  /** What it put right itself; null where it was not upheld. */
  readonly changes: readonly Correction[] | null;
  /** The markers' reviews, to be read by whoever hears it. */
  readonly reviews: readonly string[];
  readonly may: readonly string[];
}

/** Who may read it: see `AppealView`. Anybody else is told that there is none. */
export async function readableAppeal(world: World, session: Session, id: AppealId) {
  const row = await world.db.selectFrom('appeal').selectAll().where('appeal', '=', id).executeTakeFirst();
  if (row === undefined) throw notFound(workflow.name);
  const stream = await world.db
    .selectFrom('stream')
    .select(['status', 'context'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const context: Appeal = JSON.parse(stream.context);
  const actor = actorOn(session, context);
  if (actor === null) throw notFound(workflow.name);
  const state: State<Appeal> = { status: stream.status, context };
  return { row, state, actor };
}

const hears: ReadonlySet<string> = new Set(['moderator', 'externalModerator']);

/** As whom the session reads an appeal; members of a panel may come from anywhere. */
function actorOn(session: Session, { candidate, provider, officer, panel }: Appeal): Actor | null {
  const person = personId(session.person.id);
  if (candidate === person) return { person, role: 'candidate', provider };
  const given = officer === person || panel.some((member) => member.person === person);
  const hearing = given ? session.actors.find(({ role }) => hears.has(role)) : undefined;
  if (hearing !== undefined) return hearing;
  return providersAs(session, 'provider').includes(provider)
    ? { person, role: 'provider', provider: providerId(provider) }
    : null;
}

export async function showAppeal(world: World, session: Session, id: AppealId): Promise<AppealView> {
  const { row, state, actor } = await readableAppeal(world, session, id);
  const { context } = state;
  const against = await world.db
    .selectFrom('marking_review')
    .select(['reason', 'changes'])
    .where('marking_review', '=', row.marking_review)
    .executeTakeFirstOrThrow();
  const people = await world.identity.people([
    row.candidate,
    ...(row.officer === null ? [] : [row.officer]),
    ...context.panel.map(({ person }) => person),
  ]);
  const name = (person: string) => people.get(person)?.name ?? 'Unknown';
  return {
    appeal: id,
    version: row.version,
    status: row.status,
    award: row.award,
    submission: row.submission,
    candidateName: name(row.candidate),
    grounds: row.grounds,
    says: row.says,
    lodgedAt: row.lodged_at,
    dueAt: row.due_at,
    against: {
      markingReview: row.marking_review,
      reason: against.reason ?? '',
      changes: corrections(against.changes) ?? [],
    },
    ofRecord: { scores: context.scores, gates: context.gates },
    officerName: row.officer === null ? null : name(row.officer),
    officerReason: row.officer_reason,
    escalation: row.escalation,
    panel: context.panel.map(({ person, connected }) => ({ person, name: name(person), connected })),
    panelReason: row.panel_reason,
    changes: corrections(row.changes),
    reviews: hears.has(actor.role) ? await reviewsOf(world, row.submission) : [],
    may: workflow.open(state, actor),
  };
}

function corrections(json: string | null): readonly Correction[] | null {
  if (json === null) return null;
  const list: readonly Correction[] = JSON.parse(json);
  return list;
}
