import { Stack } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';

import { formatDay } from '../../shared/formatting.ts';
import { Note } from '../../shared/Note.tsx';
import { Page } from '../../shared/Page.tsx';
import { Panel } from '../../shared/Panel.tsx';
import { trpc } from '../../shared/server.ts';
import type { SubmissionView } from '../../shared/server.ts';
import { StageBadge } from '../../shared/StatusBadge.tsx';
import { JourneyLine } from './JourneyLine.tsx';
import { PreflightList } from './PreflightList.tsx';
import { SubmitForm } from './SubmitForm.tsx';
import { useSubmission } from './useSubmission.ts';
import { WithdrawPanel } from './WithdrawPanel.tsx';

/** The check before submitting, the declaration, and the way back. */
export function SubmitPage() {
  const view = useSubmission();
  const mayWithdraw = view.stage === 'gathering' || view.stage === 'submitted';
  return (
    <Page title="Submit" width="narrow" actions={<StageBadge stage={view.stage} />}>
      <Stack gap="lg">
        {view.stage === 'gathering' ? <Open view={view} /> : <Submitted view={view} />}
        {mayWithdraw && <WithdrawPanel view={view} />}
      </Stack>
    </Page>
  );
}

function Open({ view }: { view: SubmissionView }) {
  const { submission } = view;
  const { data } = useSuspenseQuery(trpc.submission.preflight.queryOptions({ submission }));
  return (
    <>
      {view.returned !== null && (
        <Note tone="attention" title={`Returned to you on ${formatDay(view.returned.at)}`}>
          <p style={{ margin: '0.25rem 0 0', whiteSpace: 'pre-wrap' }}>{view.returned.reason}</p>
        </Note>
      )}
      <Panel title="Check">
        <PreflightList preflight={data} submission={submission} />
      </Panel>
      <Panel title="Declare and submit">
        <SubmitForm view={view} preflight={data} />
      </Panel>
    </>
  );
}

function Submitted({ view }: { view: SubmissionView }) {
  return (
    <Panel title="What happens now">
      <p style={{ marginTop: 0 }}>{view.next.says}</p>
      <JourneyLine view={view} />
    </Panel>
  );
}
