import { randomUUID } from 'node:crypto';
import {
  award,
  awardId,
  batchId,
  cohortId,
  contentHash,
  personId,
  providerId,
  submissionId,
  type Bank,
  type Scores,
} from '@assay/engine';
import { perform } from '../record/perform.ts';
import type { Cast } from './story.ts';
import { password, type TestWorld } from './world.ts';

/** Whose attempt an award is of, and what was found in it; every standard not named scores 3, every gate is met. */
export interface Found {
  readonly candidate?: string;
  readonly submission?: string;
  readonly attempt?: number;
  readonly scores?: Scores;
  readonly gates?: Readonly<Record<string, boolean>>;
  readonly bank?: Bank;
  readonly batch?: string;
}

const nothing: Bank = { scores: {}, gates: {}, allowances: {} };

/** An award, recommended as a sign-off would recommend it: the cast's assessor marked, their moderator signed. */
export async function recommended(
  { world }: TestWorld,
  cast: Readonly<Record<'assessorId' | 'moderatorId' | 'candidateId' | 'cohort' | 'submission', string>>,
  found: Found = {},
): Promise<string> {
  const { book } = world.library;
  const opened = awardId(randomUUID());
  const by = { person: personId(cast.moderatorId), role: 'system' as const, provider: providerId('north') };
  const scores = { ...Object.fromEntries([...book.judged.keys()].map((code) => [code, 3])), ...found.scores };
  const gates = { ...Object.fromEntries(book.gates.map((gate) => [gate, true])), ...found.gates };
  await perform(world, { actors: [by], commandId: randomUUID(), asked: opened }, async (unit) => {
    await unit.change(award, opened, 0, (_by, at) => ({
      type: 'RecommendAward',
      award: opened,
      submission: submissionId(found.submission ?? cast.submission),
      candidate: personId(found.candidate ?? cast.candidateId),
      assessors: [personId(cast.assessorId)],
      moderators: [personId(cast.moderatorId)],
      provider: providerId('north'),
      cohort: cohortId(cast.cohort),
      batch: batchId(found.batch ?? 'batch'),
      signed: contentHash('0'.repeat(64)),
      findings: { scores, gates, attempt: found.attempt ?? 1 },
      grounds: {},
      bank: found.bank ?? nothing,
      by,
      at,
    }));
    return {};
  });
  return opened;
}

/** The cast's moderator releases an award alone, as what it amounts to. */
export async function release({ command }: TestWorld, { moderator }: Cast, of: string) {
  const { version, outcome, moderation } = await moderator.award.show({ award: of });
  return moderator.award.ratify({
    ...command(),
    award: of,
    seen: version,
    as: outcome,
    digest: moderation?.digest ?? '',
    password,
  });
}
