import type { PriorLearning, PriorLearningClaimed, PriorLearningFact } from '@assay/engine';
import type { Writing } from '../database.ts';
import type { Notice } from '../record/message.ts';
import type { Announcement, Projection, Recorded } from '../record/projection.ts';

export const priorLearningProjection: Projection<PriorLearning, PriorLearningFact> = {
  async project(writing, { stream, version, status, context, fact }) {
    const shown = {
      assessor: context.assessor,
      status,
      version,
      judged: Object.keys(context.judged).length,
      due_at: status === 'judging' ? (context.due?.at ?? null) : null,
      decided_at: fact.type === 'PriorLearningDecided' ? fact.at : null,
    };
    if (fact.type === 'PriorLearningClaimed') await claimed(writing, stream, fact, shown);
    else await writing.updateTable('prior_learning').set(shown).where('claim', '=', stream).execute();
    const standards = writing.updateTable('prior_learning_standard').where('claim', '=', stream);
    // A judgement is its assessor's own: another begins anew.
    if (fact.type === 'PriorLearningAllocated') await standards.set({ met: null, reason: null }).execute();
    if (fact.type === 'PriorLearningJudged')
      await standards
        .set({ met: Number(fact.met), reason: fact.reason })
        .where('standard', '=', fact.standard)
        .execute();
  },
  messages,
};

async function claimed(
  writing: Writing,
  claim: string,
  { submission, candidate, provider, standards, at }: PriorLearningClaimed,
  shown: {
    assessor: string | null;
    status: string;
    version: number;
    judged: number;
    due_at: string | null;
    decided_at: string | null;
  },
): Promise<void> {
  await writing
    .insertInto('prior_learning')
    .values({ claim, submission, candidate, provider, standards: standards.length, claimed_at: at, ...shown })
    .execute();
  await writing
    .insertInto('prior_learning_standard')
    .values(
      standards.map(({ standard, account, evidence }, place) => ({
        claim,
        standard,
        place,
        account,
        evidence: JSON.stringify(evidence),
        met: null,
        reason: null,
      })),
    )
    .execute();
}

function messages({ context, fact }: Recorded<PriorLearning, PriorLearningFact>): readonly (Notice | Announcement)[] {
  const { candidate, provider, assessor, standards } = context;
  const told = (person: string, says: string, link: string | null): Notice => ({ kind: 'notice', person, says, link });
  switch (fact.type) {
    case 'PriorLearningClaimed':
      return [
        {
          kind: 'announcement',
          provider,
          role: 'provider',
          but: candidate,
          says: 'A claim of prior learning waits for an assessor.',
          link: null,
        },
      ];
    case 'PriorLearningAllocated':
      return [told(fact.assessor, 'A claim of prior learning was allocated to you.', null)];
    case 'PriorLearningDecided':
      return [
        told(
          candidate,
          `Your claim of prior learning was decided: ${fact.met.length} of ${standards.length} standards are met.`,
          '/candidate',
        ),
      ];
    case 'PriorLearningWithdrawn':
      return [
        ...(fact.by.role === 'system'
          ? [told(candidate, 'Your claim of prior learning ended undecided with the submission.', '/candidate')]
          : []),
        ...(assessor === null ? [] : [told(assessor, 'A claim of prior learning that you had was withdrawn.', null)]),
      ];
    case 'PriorLearningJudged':
      return [];
  }
}
