import {
  contentHash,
  day,
  digestOf,
  evidence,
  itemId,
  providerId,
  type Actor,
  type ReviewId,
  type SubmissionId,
} from '@assay/engine';
import { componentId, type StatementCode } from '@assay/standards';
import type { Unit } from '../record/unit.ts';
import { acceptPortfolio, submitPortfolio } from '../submission/submission.use.ts';

/**
 * Adds and declares an account for each of four components, two of them a witness's; between them they claim these
 * statements. Answers the items.
 */
export async function addAccounts(
  unit: Unit,
  id: SubmissionId,
  candidate: Actor,
  claimed: readonly StatementCode[] = [],
): Promise<string[]> {
  const items: string[] = [];
  for (const [index, component] of ['C1', 'C2', 'C3', 'C4'].entries()) {
    const item = itemId(unit.given.freshId());
    await unit.change(evidence, item, 0, (by, at) => ({
      type: 'AddItem',
      item,
      submission: id,
      candidate: candidate.person,
      provider: providerId(candidate.provider ?? ''),
      title: `Account ${component}`,
      component: componentId.parse(component),
      method: index % 2 === 0 ? 'text' : 'witness',
      dated: day('2026-02-01'),
      content: {
        hash: contentHash(digestOf(`${id} ${component}`)),
        bytes: 1000,
        mediaType: 'text/plain',
        name: `${component}.txt`,
      },
      route: 'standard',
      submissionOpen: true,
      by,
      at,
    }));
    for (const statement of claimed.filter((_code, place) => place % 4 === index))
      await unit.change(evidence, item, null, (by, at) => ({
        type: 'ClaimStatement',
        statement,
        place: 'first paragraph',
        by,
        at,
      }));
    await unit.change(evidence, item, null, (by, at) => ({
      type: 'DeclareItem',
      authorship: true,
      consent: true,
      anonymised: true,
      aiUse: 'None.',
      by,
      at,
    }));
    items.push(item);
  }
  return items;
}

/** Hands in what the candidate gathered and accepts it, each as whoever of the unit's people may. Answers the first review. */
export async function handInAccounts(unit: Unit, id: SubmissionId): Promise<ReviewId> {
  const { version } = await submitPortfolio(unit, id, await versionOf(unit, id), true);
  const { review } = await acceptPortfolio(unit, id, version);
  return review;
}

async function versionOf(unit: Unit, id: SubmissionId): Promise<number> {
  const tables = await unit.tables();
  const row = await tables.selectFrom('stream').select('version').where('id', '=', id).executeTakeFirstOrThrow();
  return row.version;
}
