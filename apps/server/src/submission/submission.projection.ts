import type { Submission, SubmissionFact, SubmissionOpened } from '@assay/engine';
import type { Writing } from '../database.ts';
import type { Projection } from '../record/projection.ts';
import { nameKey } from './name.ts';
import { reachStage } from './stage.ts';
import { submissionMessages } from './submission.messages.ts';
import { supersede, tally } from './tally.ts';

export const submissionProjection: Projection<Submission, SubmissionFact> = {
  async project(writing, { stream, version, status, fact }) {
    if (fact.type === 'SubmissionOpened') {
      await open(writing, stream, status, version, fact);
      return;
    }
    const update = writing.updateTable('submission').set({ status, version }).where('submission', '=', stream);
    switch (fact.type) {
      case 'SubmissionSubmitted':
        await update
          .set({
            manifest: JSON.stringify(fact.manifest),
            late: Number(fact.late),
            returned_reason: null,
            returned_at: null,
          })
          .execute();
        await reachStage(writing, stream, 'submitted', fact.at);
        break;
      case 'SubmissionReturned':
        await update.set({ due_on: fact.dueOn, returned_reason: fact.reason, returned_at: fact.at }).execute();
        await reachStage(writing, stream, 'gathering', fact.at);
        break;
      case 'ExtensionGranted':
        await update.set({ due_on: fact.dueOn }).execute();
        break;
      case 'ActionPlanRecorded':
        await update.set({ action_plan: fact.says }).execute();
        break;
      case 'SubmissionAccepted':
        await update.execute();
        await reachStage(writing, stream, 'allocation', fact.at);
        break;
      case 'SubmissionWithdrawn':
        await update.execute();
        await reachStage(writing, stream, 'withdrawn', fact.at);
        break;
      case 'SubmissionMissed':
        await update.execute();
        await reachStage(writing, stream, 'notSubmitted', fact.at);
        break;
      case 'AttemptExcused':
        await update.execute();
        await reachStage(writing, stream, 'excused', fact.at);
        break;
      default:
        await update.execute();
    }
  },
  messages: submissionMessages,
};

async function open(
  writing: Writing,
  submission: string,
  status: string,
  version: number,
  { candidate, provider, cohort, route, attempt, kind, dueOn, at }: SubmissionOpened,
): Promise<void> {
  await supersede(writing, candidate, cohort);
  // A name is no fact: it is taken from where people are kept, so that a cohort can be sorted by it.
  const person = await writing.selectFrom('user').select('name').where('id', '=', candidate).executeTakeFirst();
  await writing
    .insertInto('submission')
    .values({
      submission,
      candidate,
      provider,
      cohort,
      route,
      attempt,
      kind,
      due_on: dueOn,
      status,
      stage: 'gathering',
      version,
      manifest: null,
      returned_reason: null,
      returned_at: null,
      late: 0,
      action_plan: null,
      current: 1,
      name_key: nameKey(person?.name ?? ''),
      items: 0,
      claimed: 0,
      review: null,
      judged: 0,
    })
    .execute();
  await tally(writing, { cohort, stage: 'gathering' }, { candidates: 1, judged: 0 });
  await reachStage(writing, submission, 'gathering', at);
}
