import { Stack, Text } from '@mantine/core';

import { formatDay } from '../../shared/formatting.ts';
import { ReasonForm } from '../../shared/ReasonForm.tsx';
import { client } from '../../shared/server.ts';
import type { CandidateLine, CohortView } from '../../shared/server.ts';
import { useCommand } from '../../shared/useCommand.ts';

interface Props {
  readonly line: CandidateLine;
  readonly extension: CohortView['extension'];
  readonly onDone: () => void;
}

/** More time for a portfolio that is not handed in yet: as many working days as the scheme gives, with a reason. */
export function Extend({ line, extension, onDone }: Props) {
  const extend = useCommand(client.submission.extend.mutate);
  return (
    <Stack>
      <Text size="sm">
        Due {formatDay(line.dueOn)}. An extension adds {extension.workingDays} working days; all extensions of an
        attempt together are {extension.workingDaysInAll} at most.
      </Text>
      <ReasonForm
        keptAs={`submission.${line.submission}.extend`}
        label="Why more time is given"
        description="It stays on the record."
        button={`Give ${extension.workingDays} working days`}
        rule={{ rule: 'SUB-13', says: 'An extension is granted with a reason.' }}
        noun="submission"
        command={extend}
        input={(reason, commandId) => ({
          commandId,
          submission: line.submission,
          seen: line.submissionVersion,
          reason,
        })}
        onDone={onDone}
      />
    </Stack>
  );
}
