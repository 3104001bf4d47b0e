import type { Submission, SubmissionFact } from '@assay/engine';
import type { Projection } from '../record/projection.ts';
import { reachStage } from './stage.ts';

export const submissionProjection: Projection<Submission, SubmissionFact> = {
  async project(writing, { stream, version, status, fact }) {
    if (fact.type === 'SubmissionOpened') {
      const { candidate, provider, cohort, route, attempt, dueOn } = fact;
      await writing
        .insertInto('submission')
        .values({
          submission: stream,
          candidate,
          provider,
          cohort,
          route,
          attempt,
          due_on: dueOn,
          status,
          stage: 'gathering',
          version,
          manifest: null,
          returned_reason: null,
          returned_at: null,
        })
        .execute();
      await reachStage(writing, stream, 'gathering', fact.at);
      return;
    }
    const update = writing.updateTable('submission').where('submission', '=', stream);
    switch (fact.type) {
      case 'SubmissionSubmitted':
        await update
          .set({ status, version, manifest: JSON.stringify(fact.manifest), returned_reason: null, returned_at: null })
          .execute();
        await reachStage(writing, stream, 'submitted', fact.at);
        break;
      case 'SubmissionReturned':
        await update
          .set({ status, version, due_on: fact.dueOn, returned_reason: fact.reason, returned_at: fact.at })
          .execute();
        await reachStage(writing, stream, 'gathering', fact.at);
        break;
      case 'ExtensionGranted':
        await update.set({ status, version, due_on: fact.dueOn }).execute();
        break;
      case 'SubmissionAccepted':
        await update.set({ status, version }).execute();
        await reachStage(writing, stream, 'allocation', fact.at);
        break;
      case 'SubmissionWithdrawn':
        await update.set({ status, version }).execute();
        await reachStage(writing, stream, 'withdrawn', fact.at);
        break;
    }
  },
  messages({ context, fact }) {
    const { candidate } = context;
    const says: Partial<Record<SubmissionFact['type'], string>> = {
      SubmissionSubmitted: 'Your portfolio was submitted.',
      SubmissionReturned: 'Your portfolio came back to you: there is something to mend.',
      SubmissionAccepted: 'Your portfolio was accepted for assessment.',
    };
    const sentence = says[fact.type];
    return sentence === undefined ? [] : [{ kind: 'notice', person: candidate, says: sentence, link: '/candidate' }];
  },
};
