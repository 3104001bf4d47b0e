import { Button, Group, List, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';

import { CommandProblem } from '../../../shared/CommandOutcome.tsx';
import { ProfileList } from '../../../shared/marking/ProfileList.tsx';
import { Frame } from '../../../shared/marking/Frame.tsx';
import type { ReviewView } from '../../../shared/marking/view.ts';
import type { Wording } from '../../../shared/marking/wording.ts';
import { Panel } from '../../../shared/Panel.tsx';
import { RuledButton } from '../../../shared/RuledButton.tsx';
import { client } from '../../../shared/server.ts';
import { useCommand } from '../../../shared/useCommand.ts';
import { AfterSeal } from '../AfterSeal.tsx';
import { mend } from './mend.ts';
import { profileNow } from './profile.ts';
import type { Place } from './Workspace.tsx';

interface Props {
  readonly view: ReviewView;
  readonly wording: Wording;
  readonly onGo: (place: Partial<Place>) => void;
}

/** What is still missing, what the review says as it stands, and the seal. */
export function SealPanel({ view, wording, onGo }: Props) {
  const [confirming, { open, close }] = useDisclosure();
  const seal = useCommand(client.review.seal.mutate, { onSaved: close });
  const sealed = view.status === 'sealed';
  return (
    <Frame>
      <Stack pb="xl">
        {sealed && <AfterSeal view={view} scheme={wording.scheme} />}
        {!sealed && view.toSeal.length > 0 && (
          <Panel title="What is missing">
            <List spacing={8} listStyleType="none" size="sm">
              {view.toSeal.map(({ rule, says }) => {
                const { label, place } = mend(rule, says, view, wording);
                return (
                  <List.Item key={`${rule}${says}`}>
                    <Text size="sm">
                      {says}{' '}
                      <Text span size="xs" c="dimmed">
                        Rule {rule}
                      </Text>
                    </Text>
                    <Button size="compact-sm" variant="default" mt={4} onClick={() => onGo(place)}>
                      {label}
                    </Button>
                  </List.Item>
                );
              })}
            </List>
          </Panel>
        )}
        <Panel title={sealed ? 'Area profile' : 'Area profile as it stands'}>
          <ProfileList areas={profileNow(view, wording)} framework={wording.known} />
        </Panel>
        {!sealed && view.may.includes('SealReview') && (
          <>
            <CommandProblem command={seal} noun="review" />
            <RuledButton because={view.toSeal} onClick={open}>
              Seal the review
            </RuledButton>
          </>
        )}
        <Modal opened={confirming} onClose={close} title="Seal this review?">
          <Stack>
            <Text size="sm">
              You put your name to {Object.keys(view.judgements).length} judgements of {view.candidateName}’s portfolio.
              After the seal they are read-only. Only a moderator’s queries open the review again.
            </Text>
            <CommandProblem command={seal} noun="review" />
            <Group justify="flex-end">
              <Button variant="default" onClick={close}>
                Not yet
              </Button>
              <Button
                loading={seal.saving}
                onClick={() => void seal.send((commandId) => ({ commandId, review: view.review, seen: view.version }))}
              >
                Seal
              </Button>
            </Group>
          </Stack>
        </Modal>
      </Stack>
    </Frame>
  );
}
