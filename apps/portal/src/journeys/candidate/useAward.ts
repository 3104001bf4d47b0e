import { useSuspenseQuery } from '@tanstack/react-query';

import { trpc } from '../../shared/server.ts';
import type { AwardView, SubmissionView } from '../../shared/server.ts';

/** The released result of a submission; undefined before release. */
export const useAward = (view: SubmissionView): AwardView | undefined => {
  const { data } = useSuspenseQuery(trpc.award.mine.queryOptions());
  return data.find(({ submission }) => submission === view.submission);
};
