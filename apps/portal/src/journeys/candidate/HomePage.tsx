import { Group, Stack } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';

import { daysLeft, formatDay } from '../../shared/formatting.ts';
import { Note } from '../../shared/Note.tsx';
import { LinkButton } from '../../shared/LinkButton.tsx';
import { Page } from '../../shared/Page.tsx';
import { Panel } from '../../shared/Panel.tsx';
import { trpc } from '../../shared/server.ts';
import { StageBadge } from '../../shared/StatusBadge.tsx';
import { useFramework } from '../../shared/useFramework.ts';
import css from './candidate.module.css';
import { CoverageSummary } from './CoverageSummary.tsx';
import { JourneyLine } from './JourneyLine.tsx';
import { Notices } from './Notices.tsx';
import { OpenPoints } from './OpenPoints.tsx';
import { useSubmission } from './useSubmission.ts';

/** Where am I, what next, what is open. */
export function HomePage() {
  const view = useSubmission();
  const { submission } = view;
  const known = useFramework(view.framework);
  const { data: matrix } = useSuspenseQuery(trpc.submission.matrix.queryOptions({ submission }));
  const mine = useQuery(trpc.submission.mine.queryOptions()).data ?? [];
  const others = mine.filter((other) => other.submission !== submission);
  const gathering = view.stage === 'gathering';

  return (
    <Page
      title="Your portfolio"
      intro={
        <>
          {view.cohort.title}, {view.provider.name}. Attempt {view.attempt}.
          {gathering && ` Due ${formatDay(view.dueOn)}, ${daysLeft(view.dueOn)}.`}
        </>
      }
      actions={<StageBadge stage={view.stage} />}
    >
      <div className={css['homeGrid']}>
        <Stack gap="lg">
          {view.returned !== null && gathering && (
            <Note tone="attention" title={`Returned to you on ${formatDay(view.returned.at)}`}>
              <p style={{ margin: '0.25rem 0 0', whiteSpace: 'pre-wrap' }}>{view.returned.reason}</p>
            </Note>
          )}
          <Panel title="What next">
            <p style={{ marginTop: 0 }}>{view.next.says}</p>
            <NextButton stage={view.stage} submission={submission} />
          </Panel>
          {gathering && <OpenPoints submission={submission} />}
          <Panel title={`Coverage by ${known.framework.labels.area.singular}`}>
            <CoverageSummary rows={matrix.rows} known={known} submission={submission} />
          </Panel>
        </Stack>
        <Stack gap="lg">
          <Panel title="Where it is">
            <JourneyLine view={view} />
            <p style={{ marginBottom: 0 }}>
              <Link to="/candidate/$submission/history" params={{ submission }}>
                Everything that happened
              </Link>
            </p>
          </Panel>
          <Notices />
          {others.length > 0 && (
            <Panel title="Your other submissions">
              <ul className={css['plainList']}>
                {others.map((other) => (
                  <li key={other.submission}>
                    <Group justify="space-between">
                      <Link to="/candidate/$submission" params={{ submission: other.submission }}>
                        {other.cohort.title}, attempt {other.attempt}
                      </Link>
                      <StageBadge stage={other.stage} />
                    </Group>
                  </li>
                ))}
              </ul>
            </Panel>
          )}
        </Stack>
      </div>
    </Page>
  );
}

/** One clear thing to do, or none while others work. */
function NextButton({ stage, submission }: { stage: string; submission: string }) {
  if (stage === 'gathering') {
    return (
      <Group>
        <LinkButton to="/candidate/$submission/evidence" params={{ submission }}>
          Add evidence
        </LinkButton>
        <Link to="/candidate/$submission/coverage" params={{ submission }}>
          See what is missing
        </Link>
      </Group>
    );
  }
  if (stage === 'released') {
    return (
      <LinkButton to="/candidate/$submission/result" params={{ submission }}>
        Read the result
      </LinkButton>
    );
  }
  return null;
}
