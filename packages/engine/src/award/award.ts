import { defineWorkflow } from '../kernel/index.ts';
import { resultOf } from '../scoring/index.ts';
import { awardPermissions, type AwardCommand, type RecommendAward } from './award.commands.ts';
import { awardFacts, type Award, type AwardFact, type AwardRecommended } from './award.facts.ts';
import { awardMachine } from './award.machine.ts';
import { everythingIsMarked } from './award.rules.ts';

/** A candidate's result: recommended by a signed-off batch, held or ratified, corrected and voided only beside what was released. */
export const award = defineWorkflow<Award, AwardCommand, AwardFact>({
  name: 'award',
  machine: awardMachine,
  facts: awardFacts,
  opening: {
    command: 'RecommendAward',
    fact: 'AwardRecommended',
    rules: [everythingIsMarked],
    tell: (
      {
        award: id,
        submission,
        candidate,
        assessors,
        moderators,
        provider,
        cohort,
        batch,
        signed,
        findings,
        grounds,
        bank,
      }: RecommendAward,
      book,
    ) => ({
      award: id,
      submission,
      candidate,
      assessors,
      moderators,
      provider,
      cohort,
      batch,
      signed,
      scores: findings.scores,
      gates: findings.gates,
      allowances: findings.allowances ?? {},
      attempt: findings.attempt,
      grounds,
      before: bank,
      ...resultOf(findings, book),
    }),
    context: ({ type: _type, by: _by, at: _at, ...recommended }: AwardRecommended) => ({
      ...recommended,
      holds: [],
      releasedAt: null,
      furtherAttempt: false,
    }),
  },
  may: awardPermissions,
  turns: {
    recommended: { owner: 'moderator' },
    held: { owner: 'moderator' },
    passed: { owner: 'candidate' },
    referred: { owner: 'candidate' },
    failed: { owner: 'candidate' },
    voided: null,
  },
  // The candidate sends nothing on an award: they ask for a review of marking.
  relation: (context, actor) => (context?.provider === actor.provider ? ['sameProvider'] : []),
  parties: ({ candidate, assessors, moderators }) => [
    { person: candidate, role: 'candidate' },
    ...assessors.map((person) => ({ person, role: 'assessor' }) as const),
    ...moderators.map((person) => ({ person, role: 'moderator' }) as const),
  ],
});
