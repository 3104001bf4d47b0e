import { Link } from '@tanstack/react-router';

import { FactTimeline } from '../../shared/FactTimeline.tsx';
import { Page } from '../../shared/Page.tsx';
import { useSubmission } from './useSubmission.ts';

/** The record of the submission: nothing is taken away from it, and each entry is chained to the one before. */
export function HistoryPage() {
  const { submission } = useSubmission();
  return (
    <Page
      title="Everything that happened"
      width="narrow"
      intro="The newest entry stands first. Entries are added and never changed."
      above={
        <p style={{ marginTop: 0 }}>
          <Link to="/candidate/$submission" params={{ submission }}>
            Your portfolio
          </Link>
        </p>
      }
    >
      <FactTimeline stream={submission} />
    </Page>
  );
}
