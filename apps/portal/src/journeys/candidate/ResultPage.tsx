import { Stack } from '@mantine/core';

import { formatDay } from '../../shared/formatting.ts';
import { Note } from '../../shared/Note.tsx';
import { Page } from '../../shared/Page.tsx';
import { Panel } from '../../shared/Panel.tsx';
import type { AwardView, SubmissionView } from '../../shared/server.ts';
import { OutcomeBadge, StageBadge } from '../../shared/StatusBadge.tsx';
import { Acknowledgement } from '../../shared/Acknowledgement.tsx';
import { AreaProfile } from '../../shared/AreaProfile.tsx';
import shared from '../../shared/shared.module.css';
import { useFramework } from '../../shared/useFramework.ts';
import { Feedback } from './Feedback.tsx';
import { JourneyLine } from './JourneyLine.tsx';
import { ToRedo } from './ToRedo.tsx';
import { useAward } from './useAward.ts';
import { useSubmission } from './useSubmission.ts';

/** The result with all that made it so; before release, where the portfolio is. */
export function ResultPage() {
  const view = useSubmission();
  const award = useAward(view);
  if (!award) {
    return (
      <Page title="Result" width="narrow" actions={<StageBadge stage={view.stage} />}>
        <Panel title="Not released yet">
          <p style={{ marginTop: 0 }}>{view.next.says}</p>
          <JourneyLine view={view} />
        </Panel>
      </Page>
    );
  }
  return <Released view={view} award={award} />;
}

const says = {
  pass: 'You passed. Every area is achieved and every component that must be met is met.',
  refer: 'You are referred. What is achieved stays achieved; only the rest is done again.',
  fail: 'You did not pass, and no further attempt is open.',
} as const;

function Released({ view, award }: { view: SubmissionView; award: AwardView }) {
  const known = useFramework(view.framework);
  const voided = award.voided;
  return (
    <Page
      title="Result"
      intro={`${award.cohortTitle}, ${award.providerName}. ${award.releasedAt === null ? '' : `Released on ${formatDay(award.releasedAt)}.`}`}
      actions={<OutcomeBadge outcome={award.outcome} />}
    >
      <Stack gap="lg">
        {voided !== null && (
          <Note tone="bad" title={`Voided on ${formatDay(voided.at)}`}>
            <p style={{ margin: '0.25rem 0 0' }}>{voided.reason}</p>
          </Note>
        )}
        <p style={{ margin: 0, fontSize: '1.125rem' }}>{says[award.outcome]}</p>
        {award.outcome !== 'pass' && <ToRedo award={award} known={known} />}
        <Panel title="Profile">
          <AreaProfile areas={award.profile} framework={known} />
        </Panel>
        {award.reasons.length > 0 && (
          <Panel title="Why">
            <ul style={{ margin: 0, paddingLeft: '1.1rem' }}>
              {award.reasons.map((reason, index) => (
                <li key={`${reason.rule}-${index}`}>
                  {reason.says} <span className={shared['rule']}>Rule {reason.rule}</span>
                </li>
              ))}
            </ul>
          </Panel>
        )}
        <Feedback award={award} known={known} />
      </Stack>
      <Acknowledgement framework={known.framework} />
    </Page>
  );
}
