import { Anchor, Radio, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';

import { CommandProblem } from '../../shared/CommandOutcome.tsx';
import { counted } from '../../shared/formatting.ts';
import { RuledButton } from '../../shared/RuledButton.tsx';
import { client } from '../../shared/server.ts';
import type { CandidateLine, CohortView } from '../../shared/server.ts';
import { useCommand } from '../../shared/useCommand.ts';

interface Props {
  readonly line: CandidateLine;
  readonly review: NonNullable<CandidateLine['review']>;
  readonly assessors: CohortView['assessors'];
  readonly onDone: () => void;
}

/** The assessors with what is on their desks; who cannot be chosen says why, as far as the provider may know. */
export function Allocate({ line, review, assessors, onDone }: Props) {
  const [chosen, setChosen] = useState<string | null>(null);
  const allocate = useCommand(client.review.allocate.mutate, { onSaved: onDone });
  const send = () => {
    if (chosen === null) return;
    void allocate.send((commandId) => ({ commandId, review: review.review, seen: review.version, assessor: chosen }));
  };
  if (assessors.length === 0) {
    return (
      <Text size="sm">
        There is no assessor yet.{' '}
        <Anchor component={Link} to="/people">
          Appoint one
        </Anchor>{' '}
        first.
      </Text>
    );
  }
  return (
    <Stack>
      <Radio.Group
        label="Assessor"
        description="Those with the fewest open reviews stand first."
        value={chosen}
        onChange={setChosen}
      >
        <Stack gap={4} mt="xs">
          {assessors.map(({ person, name, open }) => {
            const own = person === line.candidate;
            return (
              <Radio
                key={person}
                value={person}
                disabled={own}
                label={name}
                description={
                  own ? 'Nobody marks their own portfolio. Rule REV-1' : counted(open, 'open review', 'open reviews')
                }
              />
            );
          })}
        </Stack>
      </Radio.Group>
      <CommandProblem command={allocate} noun="review" />
      <RuledButton
        because={chosen === null ? [{ rule: '', says: 'Choose an assessor.' }] : []}
        loading={allocate.saving}
        onClick={send}
      >
        Allocate
      </RuledButton>
    </Stack>
  );
}
