import { Anchor, Radio, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';

import { CommandProblem, ProblemNote } from '../../shared/CommandOutcome.tsx';
import { counted } from '../../shared/formatting.ts';
import { LoadingLines } from '../../shared/Loading.tsx';
import { problemOf } from '../../shared/problems.ts';
import { RuledButton } from '../../shared/RuledButton.tsx';
import { client, trpc } from '../../shared/server.ts';
import type { RouterOutputs } from '../../shared/server.ts';
import { useCommand } from '../../shared/useCommand.ts';

interface Props {
  readonly review: string;
  readonly version: number;
  readonly onDone: () => void;
}

/** Who could mark it, with what is on their desks; and who could not, with the rule that says so. */
export function Allocate({ review, version, onDone }: Props) {
  const [chosen, setChosen] = useState<string | null>(null);
  const { data: assessors, error, refetch } = useQuery(trpc.review.possible.queryOptions({ review }));
  const allocate = useCommand(client.review.allocate.mutate, { onSaved: onDone });
  const send = () => {
    if (chosen === null) return;
    void allocate.send((commandId) => ({ commandId, review, seen: version, assessor: chosen }));
  };
  if (error !== null) return <ProblemNote problem={problemOf(error)} onRetry={() => void refetch()} />;
  if (assessors === undefined) return <LoadingLines />;
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
  const nobody = assessors.every(({ stands }) => stands.length > 0);
  return (
    <Stack>
      <Radio.Group
        label="Assessor"
        description={nobody ? undefined : 'Those with the fewest open reviews stand first.'}
        value={chosen}
        onChange={setChosen}
      >
        <Stack gap={6} mt="xs">
          {assessors.map((one) => (
            <Radio
              key={one.person}
              value={one.person}
              disabled={one.stands.length > 0}
              label={one.name}
              description={saysOf(one)}
            />
          ))}
        </Stack>
      </Radio.Group>
      <CommandProblem command={allocate} noun="review" />
      {nobody ? (
        <Text size="sm">
          Nobody who is appointed can mark this.{' '}
          <Anchor component={Link} to="/people">
            Appoint another assessor
          </Anchor>
          .
        </Text>
      ) : (
        <RuledButton
          because={chosen === null ? [{ rule: '', says: 'Choose an assessor.' }] : []}
          loading={allocate.saving}
          onClick={send}
        >
          Allocate
        </RuledButton>
      )}
    </Stack>
  );
}

function saysOf({ open, stands }: RouterOutputs['review']['possible'][number]): string {
  return stands.length === 0
    ? counted(open, 'open review', 'open reviews')
    : stands.map(({ rule, says }) => `${says} Rule ${rule}`).join(' ');
}
