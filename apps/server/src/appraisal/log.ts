import type { AppraisalId } from '@assay/engine';
import type { LogFilter } from '../record/log.ts';
import type { Session } from '../session/session.ts';
import type { World } from '../world.ts';
import { seenAppraisal } from './appraisal.views.ts';

/** What one of the two may see, numbered as they know it: a gap would tell how much the other has rated. */
export async function appraisalLog(world: World, session: Session, id: AppraisalId): Promise<LogFilter> {
  const { known, facts } = await seenAppraisal(world, session, id);
  const seen = new Set(facts);
  return (lines) =>
    lines
      .filter((_line, index) => {
        const fact = known.facts[index];
        return fact !== undefined && seen.has(fact);
      })
      .map((line, index) => ({ ...line, version: index + 1 }));
}
