import { useCallback } from 'react';

import { client, queryClient, trpc } from '../../../shared/server.ts';
import { isSourceId } from '../../../shared/marking/sources.ts';
import type { ReviewView } from '../../../shared/marking/view.ts';
import { useCommand } from '../../../shared/useCommand.ts';
import { changedTests, savedDraft } from './draft.ts';
import type { Draft } from './draft.ts';

/** Nothing is loaded anew between the steps: each answer carries the version that the next step names. */
const nothing = [] as const;

/**
 * Saves one standard: first the confirmations that changed, one after the other, then the judgement that rests on
 * them. Every answer goes into the view at once, so a save that stops half-way goes on from there when it is sent
 * again, and the command without an answer keeps its id.
 */
export function useSaveJudgement(review: string) {
  const key = trpc.review.show.queryKey({ review });
  const confirm = useCommand(client.review.confirm.mutate, { reload: nothing });
  const judge = useCommand(client.review.judge.mutate, { reload: nothing });

  const { clear: clearConfirm } = confirm;
  const { clear: clearJudge } = judge;
  const clear = useCallback(() => {
    clearConfirm();
    clearJudge();
  }, [clearConfirm, clearJudge]);

  const take = (change: (view: ReviewView) => ReviewView) =>
    queryClient.setQueryData<ReviewView>(key, (view) => (view === undefined ? view : change(view)));

  const save = async (standard: string, draft: Draft, score: number): Promise<boolean> => {
    clear();
    // A late answer to an older question must not take the version back.
    await queryClient.cancelQueries({ queryKey: key });
    const before = queryClient.getQueryData<ReviewView>(key);
    if (before === undefined) return false;
    let seen = before.version;
    for (const { source, tests } of changedTests(savedDraft(before, standard), draft)) {
      const version = seen;
      const answer = await confirm.send((commandId) => ({
        commandId,
        review,
        seen: version,
        standard,
        source,
        ...tests,
      }));
      if (answer === null) return false;
      seen = answer.version;
      take((view) => ({
        ...view,
        version: answer.version,
        confirmations: { ...view.confirmations, [standard]: { ...view.confirmations[standard], [source]: tests } },
      }));
    }
    const version = seen;
    const reason = draft.reason.trim();
    const evidence = draft.evidence.filter(isSourceId);
    const answer = await judge.send((commandId) => ({
      commandId,
      review,
      seen: version,
      standard,
      score,
      reason,
      evidence,
    }));
    if (answer === null) return false;
    take((view) => ({
      ...view,
      version: answer.version,
      judgements: { ...view.judgements, [standard]: { score, reason, evidence, at: new Date().toISOString() } },
    }));
    // What stands against sealing changes with every judgement; the server says it, and marking does not wait for it.
    void queryClient.invalidateQueries();
    return true;
  };

  return { save, clear, saving: confirm.saving || judge.saving, problem: confirm.problem ?? judge.problem };
}
