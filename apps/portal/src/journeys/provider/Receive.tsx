import { Button, Divider, Stack, Text } from '@mantine/core';

import { CommandProblem } from '../../shared/CommandOutcome.tsx';
import { counted } from '../../shared/formatting.ts';
import { ReasonForm } from '../../shared/ReasonForm.tsx';
import { client } from '../../shared/server.ts';
import type { CandidateLine } from '../../shared/server.ts';
import { useCommand } from '../../shared/useCommand.ts';

/** A submitted portfolio is accepted, which freezes it and opens its review, or returned with what to mend. */
export function Receive({ line, onDone }: { readonly line: CandidateLine; readonly onDone: () => void }) {
  const accept = useCommand(client.submission.accept.mutate, { onSaved: onDone });
  const giveBack = useCommand(client.submission.return.mutate);
  const common = { submission: line.submission, seen: line.submissionVersion };
  return (
    <Stack>
      <Text size="sm">
        {counted(line.items, 'evidence item', 'evidence items')}, {line.claimed} of {line.statements} statements
        claimed. Accepting freezes the portfolio for good and opens its review.
      </Text>
      <CommandProblem command={accept} noun="submission" />
      <Button
        loading={accept.saving}
        style={{ alignSelf: 'flex-start' }}
        onClick={() => void accept.send((commandId) => ({ commandId, ...common }))}
      >
        Accept the portfolio
      </Button>
      <Divider label="or" />
      <ReasonForm
        keptAs={`submission.${line.submission}.return`}
        label="What to mend"
        description="The candidate reads it, mends it and submits again."
        button="Return to the candidate"
        rule={{ rule: 'SUB-6', says: 'A return tells the candidate what to mend.' }}
        noun="submission"
        command={giveBack}
        input={(reason, commandId) => ({ commandId, ...common, reason })}
        onDone={onDone}
      />
    </Stack>
  );
}
