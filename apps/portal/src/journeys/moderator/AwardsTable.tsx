import { Button, Group, Modal, Table, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';

import type { BatchView } from '../../shared/marking/view.ts';
import { OutcomeBadge, StatusBadge } from '../../shared/StatusBadge.tsx';
import { roles } from '../../shared/tableRoles.ts';
import { AwardDecision, decisionFor } from './AwardDecision.tsx';
import { outcomeNamed } from './outcomes.ts';
import classes from './moderator.module.css';

type Award = BatchView['awards'][number];

export function AwardsTable({ batch }: { readonly batch: BatchView }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const award = batch.awards.find((one) => one.award === chosen);
  const decision = award === undefined ? null : decisionFor(award.status);
  return (
    <>
      <Table {...roles.table} className={classes['table'] ?? ''} aria-label="Awards">
        <Table.Thead {...roles.group}>
          <Table.Tr {...roles.row}>
            <Table.Th {...roles.column} scope="col">
              Candidate
            </Table.Th>
            <Table.Th {...roles.column} scope="col">
              Outcome
            </Table.Th>
            <Table.Th {...roles.column} scope="col">
              Status
            </Table.Th>
            <Table.Th {...roles.column} scope="col">
              <VisuallyHidden>Decide</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody {...roles.group}>
          {batch.awards.map((one) => (
            <Table.Tr {...roles.row} key={one.award}>
              <Table.Th {...roles.rowHeader} scope="row">
                {one.candidateName}
              </Table.Th>
              <Table.Td {...roles.cell} data-label="Outcome">
                <AwardOutcome outcome={one.outcome} />
              </Table.Td>
              <Table.Td {...roles.cell} data-label="Status">
                <AwardState award={one} />
              </Table.Td>
              <Table.Td {...roles.cell}>
                <Offer award={one} onChoose={() => setChosen(one.award)} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Modal
        opened={award !== undefined && decision !== null}
        onClose={() => setChosen(null)}
        title={`${decision?.title ?? ''} ${award?.candidateName ?? ''}`}
      >
        {award !== undefined && decision !== null && (
          <AwardDecision key={award.award} award={award} decision={decision} onDone={() => setChosen(null)} />
        )}
      </Modal>
    </>
  );
}

function Offer({ award, onChoose }: { readonly award: Award; readonly onChoose: () => void }) {
  const decision = decisionFor(award.status);
  if (decision === null) return null;
  return (
    <Group>
      <Button size="compact-sm" variant="default" onClick={onChoose}>
        {decision.offer}
        <VisuallyHidden> {award.candidateName}</VisuallyHidden>
      </Button>
    </Group>
  );
}

function AwardOutcome({ outcome }: { readonly outcome: string }) {
  const known = outcomeNamed(outcome);
  return known === undefined ? outcome : <OutcomeBadge outcome={known} />;
}

function AwardState({ award }: { readonly award: Award }) {
  switch (award.status) {
    case 'recommended':
      return <StatusBadge tone="open">Not released</StatusBadge>;
    case 'held':
      return <StatusBadge tone="attention">Held</StatusBadge>;
    case 'voided':
      return <StatusBadge tone="bad">Voided</StatusBadge>;
    default:
      return <StatusBadge tone="good">Released</StatusBadge>;
  }
}
