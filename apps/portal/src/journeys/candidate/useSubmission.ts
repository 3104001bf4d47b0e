import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';

import { trpc } from '../../shared/server.ts';
import type { SubmissionView } from '../../shared/server.ts';

/** The submission that the address names. */
export const useSubmission = (): SubmissionView => {
  const { submission = '' } = useParams({ strict: false });
  return useSuspenseQuery(trpc.submission.show.queryOptions({ submission })).data;
};
