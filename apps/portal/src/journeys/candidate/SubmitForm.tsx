import { Checkbox, Group, List, Stack } from '@mantine/core';
import { useState } from 'react';

import { CommandProblem, SavedState } from '../../shared/CommandOutcome.tsx';
import { RuledButton } from '../../shared/RuledButton.tsx';
import { client } from '../../shared/server.ts';
import type { Preflight, SubmissionView } from '../../shared/server.ts';
import { useCommand } from '../../shared/useCommand.ts';

/** The server's own sentence for the box, shown while it is not ticked; every other refusal comes from it. */
const undeclared = {
  rule: 'SUB-4',
  says: 'The candidate declares the portfolio to be their own account of their own practice.',
};

/** The declaration over the whole portfolio, what submitting does, and the button that says why it waits. */
export function SubmitForm({ view, preflight }: { view: SubmissionView; preflight: Preflight }) {
  const [declaration, setDeclaration] = useState(false);
  const submit = useCommand(client.submission.submit.mutate);
  const against = declaration ? preflight.refusals : [...preflight.refusals, undeclared];
  return (
    <Stack gap="md">
      <Checkbox
        label="I declare that this portfolio is my own account of my own practice."
        description="Its evidence is authentic, those who appear agreed, and no child or family can be recognised."
        checked={declaration}
        onChange={(event) => setDeclaration(event.currentTarget.checked)}
      />
      <div>
        <p style={{ margin: '0 0 0.25rem' }}>When you submit:</p>
        <List size="sm" spacing={2}>
          <List.Item>The portfolio is frozen. Evidence and claims can be read and not changed.</List.Item>
          <List.Item>{view.provider.name} looks whether it is complete, and accepts it or returns it to you.</List.Item>
          <List.Item>An assessor judges it against every standard, and a moderator signs the results off.</List.Item>
        </List>
      </div>
      <CommandProblem command={submit} noun="submission" />
      <Group gap="sm" align="start">
        <RuledButton
          because={against}
          loading={submit.saving}
          onClick={() =>
            void submit.send((commandId) => ({
              commandId,
              submission: view.submission,
              seen: view.version,
              declaration,
            }))
          }
        >
          Submit the portfolio
        </RuledButton>
        <SavedState command={submit} saved="Submitted" />
      </Group>
    </Stack>
  );
}
