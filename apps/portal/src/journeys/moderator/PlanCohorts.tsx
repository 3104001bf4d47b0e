import { Button, Group, Modal, Stack, Table, Text, TextInput, VisuallyHidden } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';

import { CommandProblem } from '../../shared/CommandOutcome.tsx';
import { RuledButton } from '../../shared/RuledButton.tsx';
import { client } from '../../shared/server.ts';
import type { BatchLine, RouterOutputs } from '../../shared/server.ts';
import { roles } from '../../shared/tableRoles.ts';
import { useCommand } from '../../shared/useCommand.ts';
import classes from './moderator.module.css';

type Plannable = RouterOutputs['moderation']['list']['cohorts'][number];

interface Props {
  readonly cohorts: readonly Plannable[];
  readonly batches: readonly BatchLine[];
}

export function PlanCohorts({ cohorts, batches }: Props) {
  const [planning, setPlanning] = useState<Plannable | null>(null);
  if (cohorts.length === 0) return <Text size="sm">There is no cohort yet.</Text>;
  return (
    <>
      <Table {...roles.table} className={classes['table'] ?? ''} aria-label="Cohorts">
        <Table.Thead {...roles.group}>
          <Table.Tr {...roles.row}>
            <Table.Th {...roles.column} scope="col">
              Cohort
            </Table.Th>
            <Table.Th {...roles.column} scope="col">
              Being marked
            </Table.Th>
            <Table.Th {...roles.column} scope="col">
              Sealed
            </Table.Th>
            <Table.Th {...roles.column} scope="col">
              Sealed, in no batch
            </Table.Th>
            <Table.Th {...roles.column} scope="col">
              <VisuallyHidden>Plan</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody {...roles.group}>
          {cohorts.map((cohort) => (
            <Table.Tr {...roles.row} key={cohort.cohort}>
              <Table.Th {...roles.rowHeader} scope="row">
                {cohort.title}
              </Table.Th>
              <Table.Td {...roles.cell} data-label="Being marked">
                {cohort.marking}
              </Table.Td>
              <Table.Td {...roles.cell} data-label="Sealed">
                {cohort.sealed}
              </Table.Td>
              <Table.Td {...roles.cell} data-label="Sealed, in no batch">
                {cohort.unbatched}
              </Table.Td>
              <Table.Td {...roles.cell}>
                <Button size="compact-sm" variant="default" onClick={() => setPlanning(cohort)}>
                  Plan a batch<VisuallyHidden> of {cohort.title}</VisuallyHidden>
                </Button>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Modal opened={planning !== null} onClose={() => setPlanning(null)} title="Plan a batch">
        {planning !== null && (
          <PlanForm
            cohort={planning}
            number={batches.filter(({ cohort }) => cohort === planning.cohort).length + 1}
            onCancel={() => setPlanning(null)}
          />
        )}
      </Modal>
    </>
  );
}

interface FormProps {
  readonly cohort: Plannable;
  /** Which batch of the cohort this will be. */
  readonly number: number;
  readonly onCancel: () => void;
}

function PlanForm({ cohort, number, onCancel }: FormProps) {
  const [title, setTitle] = useState(`${cohort.title}, batch ${number}`);
  const [seed, setSeed] = useState('');
  const plan = useCommand(client.moderation.plan.mutate);
  const navigate = useNavigate();
  const send = async () => {
    const answer = await plan.send((commandId) => ({
      commandId,
      cohort: cohort.cohort,
      title: title.trim(),
      seed: seed.trim() === '' ? null : seed.trim(),
    }));
    if (answer !== null) await navigate({ to: '/moderation/$batch', params: { batch: answer.batch } });
  };
  return (
    <Stack>
      <Text size="sm">
        The plan is fixed now, before marks are looked at. The sample is drawn later, from the reviews that are sealed
        by then{cohort.unbatched > 0 && ` (${cohort.unbatched} at this moment)`}.
      </Text>
      <TextInput data-autofocus label="Title" value={title} onChange={(event) => setTitle(event.currentTarget.value)} />
      <TextInput
        label="Seed (optional)"
        description="With the plan and the portfolios, the seed fixes which are drawn, so that anyone can draw the same sample again; leave it empty and one is made."
        value={seed}
        onChange={(event) => setSeed(event.currentTarget.value)}
      />
      <CommandProblem command={plan} />
      <Group justify="flex-end" align="flex-start">
        <Button variant="default" onClick={onCancel}>
          Cancel
        </Button>
        <RuledButton
          because={title.trim() === '' ? [{ rule: 'MOD-1', says: 'A sampling plan has a title.' }] : []}
          loading={plan.saving}
          onClick={() => void send()}
        >
          Plan the batch
        </RuledButton>
      </Group>
    </Stack>
  );
}
