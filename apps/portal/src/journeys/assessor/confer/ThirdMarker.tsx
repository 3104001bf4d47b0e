import { Button, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';

import { counted } from '../../../shared/formatting.ts';
import { ReasonForm } from '../../../shared/ReasonForm.tsx';
import { client } from '../../../shared/server.ts';
import type { MarkingView } from '../../../shared/server.ts';
import { useCommand } from '../../../shared/useCommand.ts';

/** Two who cannot agree send what is left to a third marker, with a reason. */
export function ThirdMarker({ view }: { readonly view: MarkingView }) {
  const [asking, { open, close }] = useDisclosure();
  const end = useCommand(client.marking.endConference.mutate);
  const left = view.differences.filter((one) => one.open).map(({ place }) => place);
  return (
    <>
      <Button variant="default" onClick={open}>
        Send to a third marker
      </Button>
      <Modal opened={asking} onClose={close} title="Send to a third marker?">
        <Stack>
          <Text size="sm">
            This ends the conference for both of you. A third marker marks {counted(left.length, 'point', 'points')} (
            {left.join(', ')}) without seeing either mark, and the middle one of the three is the score of record (R12).
            What you have agreed on stays agreed.
          </Text>
          <ReasonForm
            keptAs={`marking.${view.marking}.end`}
            label="Why the two of you do not agree"
            description="The other marker and the moderator read it; the third marker does not."
            button="Send to a third marker"
            rule={{ rule: 'MAR-10', says: 'A marker who ends a conference says why the two do not agree.' }}
            noun="conference"
            command={end}
            input={(reason, commandId) => ({ commandId, marking: view.marking, seen: view.version, reason })}
            onDone={close}
          />
        </Stack>
      </Modal>
    </>
  );
}
