import { defineWorkflow } from '../kernel/index.ts';
import { resultOf } from '../scoring/index.ts';
import { awardPermissions, type AwardCommand, type RecommendAward } from './award.commands.ts';
import { awardFacts, type Award, type AwardFact, type AwardRecommended } from './award.facts.ts';
import { awardMachine } from './award.machine.ts';

/** A candidate's result: recommended by a signed-off batch, held or ratified, voided only beside what was released. */
export const award = defineWorkflow<Award, AwardCommand, AwardFact>({
  name: 'award',
  machine: awardMachine,
  facts: awardFacts,
  opening: {
    command: 'RecommendAward',
    fact: 'AwardRecommended',
    rules: [],
    tell: (
      { award: id, submission, candidate, assessor, provider, cohort, batch, signed, findings }: RecommendAward,
      book,
    ) => ({
      award: id,
      submission,
      candidate,
      assessor,
      provider,
      cohort,
      batch,
      signed,
      ...resultOf(findings, book),
    }),
    context: ({ type: _type, by: _by, at: _at, ...recommended }: AwardRecommended) => recommended,
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
  relation: (context, actor) => {
    if (context === null) return [];
    return [
      ...(context.candidate === actor.person ? (['own'] as const) : []),
      ...(context.provider === actor.provider ? (['sameProvider'] as const) : []),
    ];
  },
  parties: ({ candidate, assessor }) => [
    { person: candidate, role: 'candidate' },
    { person: assessor, role: 'assessor' },
  ],
});
