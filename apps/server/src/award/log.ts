import type { AwardFact, AwardId } from '@assay/engine';
import type { LogFilter } from '../record/log.ts';
import type { Session } from '../session/session.ts';
import type { World } from '../world.ts';
import { readableAward } from './award.views.ts';

const holds: ReadonlySet<string> = new Set<AwardFact['type']>(['AwardHeld', 'HoldLifted', 'OneHoldLifted']);

/** Everything for moderators. For others without the holds: they would tell who reported a case, or raised a concern. */
export async function awardLog(world: World, session: Session, award: AwardId): Promise<LogFilter> {
  const as = await readableAward(world, session, award);
  return (lines) => (as === 'moderator' ? lines : lines.filter(({ type }) => !holds.has(type)));
}
