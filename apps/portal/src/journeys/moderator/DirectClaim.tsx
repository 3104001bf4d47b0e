import type { BatchView } from '../../shared/marking/view.ts';
import { Panel } from '../../shared/Panel.tsx';
import { ReasonForm } from '../../shared/ReasonForm.tsx';
import { client } from '../../shared/server.ts';
import { useCommand } from '../../shared/useCommand.ts';

/** The sample is upheld. Without an external sample, a moderator lets the batch go on, and says why. */
export function DirectClaim({ batch }: { readonly batch: BatchView }) {
  const grant = useCommand(client.moderation.grantDirectClaim.mutate);
  return (
    <Panel title="Grant a direct claim">
      <ReasonForm
        keptAs={`batch.${batch.batch}.directClaim`}
        label="Reason"
        description="The whole sample is upheld. A direct claim lets the batch go to sign-off without an external sample."
        button="Grant direct claim"
        rule={{ rule: 'MOD-8', says: 'A direct claim gives its reason.' }}
        noun="batch"
        command={grant}
        input={(reason, commandId) => ({ commandId, batch: batch.batch, seen: batch.version, reason })}
      />
    </Panel>
  );
}
