import { postOutline, type AppraisalId, type Expected, type PostOutline } from '@assay/engine';
import type { Session } from '../session/session.ts';
import type { World } from '../world.ts';
import { appraisedBy } from './appraisal.use.ts';
import { seenAppraisal } from './appraisal.views.ts';

/** Of which remit an outline is asked: one that is thought of, or the one of an appraisal that the reader may see. */
export type OutlineAsked =
  | { readonly framework: string; readonly expected: Expected }
  | { readonly appraisal: AppraisalId };

/** A remit in the words of its framework: what the post is, and who can fill it. */
export async function outlineOf(world: World, session: Session, asked: OutlineAsked): Promise<PostOutline> {
  const { framework: id, expected } =
    'expected' in asked ? asked : (await seenAppraisal(world, session, asked.appraisal)).context;
  const { framework, profile } = appraisedBy(world.library.appraisals, id);
  return postOutline(framework, profile, expected);
}
