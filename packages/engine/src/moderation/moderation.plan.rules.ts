import { rule } from '../kernel/index.ts';
import type { PlanBatch, RevisePlan } from './moderation.commands.ts';
import type { Batch } from './moderation.facts.ts';

const given = (text: string) => text.trim() !== '';

export const planHasSeed = rule<Batch | null, PlanBatch | RevisePlan>({
  id: 'MOD-1',
  says: 'A sampling plan has a title and a seed, both fixed before marks are looked at.',
  holds: (_batch, command) => given(command.seed) && (command.type === 'RevisePlan' || given(command.title)),
});

export const marksAreNotVisible = rule<Batch | null, PlanBatch | RevisePlan>({
  id: 'MOD-14',
  says: 'Nobody fixes or revises the plan of a cohort whose marks they can already see.',
  holds: (_batch, { marksVisible }) => !marksVisible,
});

export const everyKthIsPossible = rule<Batch | null, PlanBatch | RevisePlan>({
  id: 'MOD-15',
  says: 'A plan that has every so manieth portfolio marked twice names a whole number from 1.',
  holds: (_batch, { everyKth = null }) => everyKth === null || (Number.isInteger(everyKth) && everyKth >= 1),
});

export const revisionIsReasoned = rule<Batch, RevisePlan>({
  id: 'MOD-16',
  says: 'A plan is revised with a reason.',
  holds: (_batch, { reason }) => given(reason),
});
