import { Button, Table, VisuallyHidden } from '@mantine/core';

import { formatDay } from '../../shared/formatting.ts';
import type { CandidateLine } from '../../shared/server.ts';
import { OutcomeBadge, StageBadge } from '../../shared/StatusBadge.tsx';
import { roles } from '../../shared/tableRoles.ts';
import classes from './provider.module.css';

const outcomes = ['pass', 'refer', 'fail'] as const;

export function CandidateRow({ line, onDecide }: { readonly line: CandidateLine; readonly onDecide: () => void }) {
  const outcome = outcomes.find((one) => one === line.outcome);
  const waits = decisionOn(line);
  return (
    <Table.Tr {...roles.row}>
      <Table.Th {...roles.rowHeader} scope="row">
        {line.name}
        {line.stage === 'gathering' && <div className={classes['quiet']}>due {formatDay(line.dueOn)}</div>}
        {line.attempt > 1 && <div className={classes['quiet']}>attempt {line.attempt}</div>}
      </Table.Th>
      <Table.Td {...roles.cell} data-label="Stage">
        <StageBadge stage={line.stage} />
      </Table.Td>
      <Table.Td {...roles.cell} data-label="Items">
        {line.items}
      </Table.Td>
      <Table.Td {...roles.cell} data-label="Claimed">
        {line.claimed} of {line.statements}
      </Table.Td>
      <Table.Td {...roles.cell} data-label="Decisions">
        {line.decisions.made} of {line.decisions.of}
      </Table.Td>
      <Table.Td {...roles.cell} data-label="Assessor">
        {line.review?.assessorName ?? '–'}
      </Table.Td>
      <Table.Td {...roles.cell} data-label="Outcome">
        {outcome === undefined ? '–' : <OutcomeBadge outcome={outcome} />}
      </Table.Td>
      <Table.Td {...roles.cell}>
        {waits !== null && (
          <Button size="compact-sm" variant={line.stage === 'gathering' ? 'subtle' : 'default'} onClick={onDecide}>
            {waits}
            <VisuallyHidden>: {line.name}</VisuallyHidden>
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

/** What the provider can decide on a candidate now; null for nothing. */
function decisionOn({ stage, review }: CandidateLine): string | null {
  if (stage === 'gathering') return 'Give more time';
  if (stage === 'submitted') return 'Accept or return';
  return review?.status === 'awaitingAllocation' ? 'Allocate' : null;
}
