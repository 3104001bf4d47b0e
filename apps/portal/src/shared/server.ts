import type { AppRouter } from '@assay/server/app-router';
import { QueryClient } from '@tanstack/react-query';
import { createTRPCClient, httpBatchLink } from '@trpc/client';
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query';
import type { TRPCOptionsProxy } from '@trpc/tanstack-react-query';

import { isNoAnswer } from './problems.ts';

/** Only a question that got no answer is asked again: an answer "no" does not change by asking. */
const askAgain = (failures: number, error: unknown) => failures < 2 && isNoAnswer(error);

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 5_000, retry: askAgain },
    mutations: { retry: false, networkMode: 'always' },
  },
});

/** Sends commands: `client.evidence.claim.mutate(…)`. Use it through `useCommand`. */
export const client = createTRPCClient<AppRouter>({
  links: [httpBatchLink({ url: '/api/trpc', maxURLLength: 4_000 })],
});

/** Asks: `useQuery(trpc.evidence.list.queryOptions({ submission }))`. */
export const trpc = createTRPCOptionsProxy<AppRouter>({ client, queryClient });

type Outputs<Part> = {
  [Name in keyof Part]: Part[Name] extends { '~types': { output: infer Output } } ? Output : Outputs<Part[Name]>;
};

export type RouterOutputs = Outputs<TRPCOptionsProxy<AppRouter>>;

export type Me = NonNullable<RouterOutputs['session']['me']>;
export type Role = Me['roles'][number]['role'];
export type DemoPerson = RouterOutputs['session']['demo']['people'][number];
export type Item = RouterOutputs['evidence']['list'][number];
export type Content = Item['content'];
export type SubmissionView = RouterOutputs['submission']['show'];
export type Stage = SubmissionView['stage'];
export type MatrixRow = RouterOutputs['submission']['matrix']['rows'][number];
export type Preflight = RouterOutputs['submission']['preflight'];
export type QueueLine = RouterOutputs['review']['queue'][number];
export type ReviewView = RouterOutputs['review']['show'];
export type MarkingView = RouterOutputs['marking']['show'];
export type ConferenceLine = RouterOutputs['marking']['mine']['lines'][number];
export type AwaitingLine = RouterOutputs['review']['awaiting']['lines'][number];
export type BatchLine = RouterOutputs['moderation']['list']['batches'][number];
export type BatchView = RouterOutputs['moderation']['show'];
export type Releasable = RouterOutputs['moderation']['releasable'];
export type CohortLine = RouterOutputs['cohort']['list'][number];
export type CohortView = RouterOutputs['cohort']['show'];
export type CandidateLine = CohortView['candidates'][number];
export type AwardView = RouterOutputs['award']['show'];
export type AreaResult = AwardView['profile'][number];
