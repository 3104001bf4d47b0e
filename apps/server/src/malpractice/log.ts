import type { MalpracticeFact, MalpracticeId } from '@assay/engine';
import type { LogFilter } from '../record/log.ts';
import type { Session } from '../session/session.ts';
import type { World } from '../world.ts';
import { readableCase } from './malpractice.views.ts';

const report: MalpracticeFact['type'] = 'MalpracticeReported';

/** Everything for moderators. For the candidate without the report, which would tell who made it. */
export async function caseLog(world: World, session: Session, id: MalpracticeId): Promise<LogFilter> {
  const { as } = await readableCase(world, session, id);
  return (lines) => (as === 'candidate' ? lines.filter(({ type }) => type !== report) : lines);
}
