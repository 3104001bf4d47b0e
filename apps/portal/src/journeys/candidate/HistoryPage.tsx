import { Link } from '@tanstack/react-router';

import { FactTimeline } from '../../shared/FactTimeline.tsx';
import { Page } from '../../shared/Page.tsx';
import { useAward } from './useAward.ts';
import { useSubmission } from './useSubmission.ts';

/** The record of the submission: nothing is taken away from it, and each entry is chained to the one before. */
export function HistoryPage() {
  const view = useSubmission();
  const { submission } = view;
  const award = useAward(view);
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
      {award && (
        <section aria-labelledby="history-result">
          <h2 id="history-result">The result</h2>
          <FactTimeline stream={award.award} />
        </section>
      )}
      <section aria-labelledby="history-submission">
        <h2 id="history-submission">The submission</h2>
        <FactTimeline stream={submission} />
      </section>
    </Page>
  );
}
