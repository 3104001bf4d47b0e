import type { Actor, State } from '../kernel/index.ts';
import type { Appraisal, AppraisalFact } from './appraisal.facts.ts';

/** Both sides have sealed: from then on each sees what the other rated. */
export const bothSealed = ({ sealed }: Pick<Appraisal, 'sealed'>): boolean => sealed.self && sealed.reviewer;

/** Which of the two somebody is; nobody else sees what is in an appraisal, in whatever role. */
function sideOf({ practitioner, reviewer }: Appraisal, { person, role }: Actor): 'practitioner' | 'reviewer' | null {
  if (role === 'candidate' && person === practitioner) return 'practitioner';
  return role === 'assessor' && person === reviewer ? 'reviewer' : null;
}

/**
 * An appraisal as somebody may see it; null for anybody but the two. The practitioner sees it in every state, also when
 * it is closed or withdrawn: it is theirs to keep. Before both have sealed, each side's ratings are shown to that side
 * alone; after a withdrawal the reviewer keeps what they did themselves and nothing else.
 */
export function seenBy({ status, context }: State<Appraisal>, actor: Actor): Appraisal | null {
  const side = sideOf(context, actor);
  if (side === null) return null;
  if (side === 'practitioner') return bothSealed(context) ? context : { ...context, reviewed: {} };
  if (status === 'withdrawn')
    return { ...context, carried: null, expected: {}, self: {}, agreed: {}, objectives: [], unmet: [] };
  return bothSealed(context) ? context : { ...context, self: {} };
}

/** The facts that somebody may read, by the same rule. */
export function factsSeenBy(
  facts: readonly AppraisalFact[],
  { status, context }: State<Appraisal>,
  actor: Actor,
): AppraisalFact[] {
  const side = sideOf(context, actor);
  if (side === null) return [];
  const apart = !bothSealed(context);
  return facts.filter(({ type, by }) => {
    if (by.person === actor.person) return true;
    if (side === 'practitioner') return !(apart && type === 'ReviewerRated');
    if (status === 'withdrawn') return type === 'AppraisalWithdrawn';
    return !(apart && type === 'SelfRated');
  });
}
