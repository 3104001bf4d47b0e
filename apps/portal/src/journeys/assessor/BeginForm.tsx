import { Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';

import { CommandProblem } from '../../shared/CommandOutcome.tsx';
import { Note } from '../../shared/Note.tsx';
import { Panel } from '../../shared/Panel.tsx';
import { ReasonForm } from '../../shared/ReasonForm.tsx';
import { RuledButton } from '../../shared/RuledButton.tsx';
import { client } from '../../shared/server.ts';
import { useCommand } from '../../shared/useCommand.ts';

interface Props {
  readonly review: string;
  readonly seen: number;
  readonly candidateName: string;
  readonly may: readonly string[];
}

/** An allocated review: the assessor declares and begins, or declines and says why. */
export function BeginForm({ review, seen, candidateName, may }: Props) {
  const [noConflict, setNoConflict] = useState(false);
  const [declining, { toggle }] = useDisclosure();
  const begin = useCommand(client.review.begin.mutate);
  const decline = useCommand(client.review.decline.mutate);
  const navigate = useNavigate();

  if (!may.includes('BeginMarking')) return <Note title="This review is not yours to mark now." />;
  return (
    <Panel title="Before you mark">
      <Stack maw="44rem">
        <Text size="sm">
          You have a conflict of interest if you mentored {candidateName}, share an employer, are related, or know of
          any other reason why a fair reader might doubt your judgement. If so, decline.
        </Text>
        <Checkbox
          checked={noConflict}
          onChange={(event) => setNoConflict(event.currentTarget.checked)}
          label={`I declare that I have no conflict of interest with ${candidateName}.`}
        />
        <CommandProblem command={begin} noun="review" />
        <Group align="flex-start">
          <RuledButton
            because={
              noConflict
                ? []
                : [
                    {
                      rule: 'REV-3',
                      says: 'An assessor declares that there is no conflict of interest before marking, or declines.',
                    },
                  ]
            }
            loading={begin.saving}
            onClick={() => void begin.send((commandId) => ({ commandId, review, seen, noConflict }))}
          >
            Begin marking
          </RuledButton>
          <Button variant="default" aria-expanded={declining} onClick={toggle}>
            Decline
          </Button>
        </Group>
        {declining && (
          <ReasonForm
            keptAs={`review.${review}.decline`}
            label="Why you decline"
            description="The provider reads it and allocates another assessor. The review does not come back to you."
            button="Decline this review"
            rule={{ rule: 'REV-4', says: 'An assessor who declines says why.' }}
            noun="review"
            command={decline}
            input={(reason, commandId) => ({ commandId, review, seen, reason })}
            onDone={() => void navigate({ to: '/queue' })}
          />
        )}
      </Stack>
    </Panel>
  );
}
