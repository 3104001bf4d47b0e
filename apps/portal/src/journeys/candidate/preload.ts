import { queryClient, trpc } from '../../shared/server.ts';

/** Nothing waits for these: they only let the questions of one page leave together, in one request. */
const portfolio = (submission: string): void => {
  void queryClient.ensureQueryData(trpc.submission.show.queryOptions({ submission })).then(
    ({ framework }) => queryClient.prefetchQuery(trpc.framework.show.queryOptions({ id: framework })),
    // The page asks again and shows why.
    () => undefined,
  );
};

export const preload = {
  home(submission: string) {
    portfolio(submission);
    void queryClient.prefetchQuery(trpc.submission.matrix.queryOptions({ submission }));
    void queryClient.prefetchQuery(trpc.submission.preflight.queryOptions({ submission }));
  },
  evidence(submission: string) {
    portfolio(submission);
    void queryClient.prefetchQuery(trpc.evidence.list.queryOptions({ submission }));
  },
  coverage(submission: string) {
    portfolio(submission);
    void queryClient.prefetchQuery(trpc.evidence.list.queryOptions({ submission }));
    void queryClient.prefetchQuery(trpc.submission.matrix.queryOptions({ submission }));
  },
  submit(submission: string) {
    portfolio(submission);
    void queryClient.prefetchQuery(trpc.submission.preflight.queryOptions({ submission }));
  },
  result(submission: string) {
    portfolio(submission);
    void queryClient.prefetchQuery(trpc.award.mine.queryOptions());
  },
};
