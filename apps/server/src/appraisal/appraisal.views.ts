import {
  appraisal as workflow,
  differences,
  factsSeenBy,
  gaps,
  movements,
  radar,
  seenBy,
  type Appraisal,
  type AppraisalFact,
  type AppraisalId,
  type AreaGap,
  type AreaShape,
  type Difference,
  type Movement,
} from '@assay/engine';
import type { AppraisalProfile } from '@assay/standards';
import { notFound } from '../record/errors.ts';
import type { Session } from '../session/session.ts';
import type { World } from '../world.ts';
import { appraisedBy } from './appraisal.use.ts';
import { knownAppraisal, sideOf, versionSeenBy } from './known.ts';
import { toldIn, type Told } from './told.ts';

/** An appraisal as one of the two may see it. */
export interface AppraisalView {
  readonly appraisal: string;
  /** As this reader knows it; to be sent as `seen`. */
  readonly version: number;
  readonly status: string;
  readonly as: 'practitioner' | 'reviewer';
  readonly framework: string;
  readonly acknowledgement: string;
  readonly levels: AppraisalProfile['levels'];
  readonly objectivesAtMost: number;
  readonly practitionerName: string;
  readonly reviewerName: string;
  readonly providerName: string;
  readonly period: Appraisal['period'];
  readonly carried: Appraisal['carried'];
  readonly dueAt: string | null;
  /** Who put forward what the other is to agree to. */
  readonly proposerName: string | null;
  readonly expected: Appraisal['expected'];
  readonly sealed: Appraisal['sealed'];
  readonly agreed: Appraisal['agreed'];
  readonly unmet: Appraisal['unmet'];
  readonly told: Told;
  readonly gaps: readonly AreaGap[];
  readonly differences: readonly Difference[];
  readonly radar: readonly AreaShape[];
  readonly movements: readonly Movement[];
  readonly may: readonly string[];
}

/** What one of the two may see of an appraisal, by the engine's rule. Anybody else is told that there is none. */
export async function seenAppraisal(world: World, session: Session, id: AppraisalId) {
  const known = await knownAppraisal(world.db, id);
  const actor = sideOf(known.state.context, session.actors, session.person.id);
  const context = seenBy(known.state, actor);
  if (context === null) throw notFound(workflow.name);
  const facts: readonly AppraisalFact[] = factsSeenBy(known.facts, known.state, actor);
  return { known, actor, context, facts, version: versionSeenBy(known, actor) };
}

export async function showAppraisal(world: World, session: Session, id: AppraisalId): Promise<AppraisalView> {
  const { known, actor, context, facts, version } = await seenAppraisal(world, session, id);
  const { framework, profile, book } = appraisedBy(world.library.appraisals, context.framework);
  const people = await world.identity.people([context.practitioner, context.reviewer]);
  const name = (person: string) => people.get(person)?.name ?? 'Unknown';
  const { name: providerName } = await world.db
    .selectFrom('provider')
    .select('name')
    .where('provider', '=', context.provider)
    .executeTakeFirstOrThrow();
  return {
    appraisal: id,
    version,
    status: known.state.status,
    as: actor.role === 'candidate' ? 'practitioner' : 'reviewer',
    framework: framework.id,
    acknowledgement: framework.acknowledgement,
    levels: profile.levels,
    objectivesAtMost: profile.objectivesAtMost,
    practitionerName: name(context.practitioner),
    reviewerName: name(context.reviewer),
    providerName,
    period: context.period,
    carried: context.carried,
    dueAt: context.due?.at ?? null,
    proposerName: context.proposer === null ? null : name(context.proposer),
    expected: context.expected,
    sealed: context.sealed,
    agreed: context.agreed,
    unmet: context.unmet,
    told: toldIn(facts),
    gaps: gaps(context, book),
    differences: differences(context, book),
    radar: radar(context, book),
    movements: movements(context, book),
    may: workflow.open(known.state, actor),
  };
}
