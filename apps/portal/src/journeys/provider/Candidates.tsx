import { Modal, NativeSelect, Table, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';

import type { CandidateLine, CohortView } from '../../shared/server.ts';
import { stageWords } from '../../shared/StatusBadge.tsx';
import { roles } from '../../shared/tableRoles.ts';
import { Allocate } from './Allocate.tsx';
import { CandidateRow } from './CandidateRow.tsx';
import { Extend } from './Extend.tsx';
import { ordered } from './order.ts';
import type { Column, Order } from './order.ts';
import { Receive } from './Receive.tsx';
import { stages } from './StageBar.tsx';
import classes from './provider.module.css';

const heads: readonly (readonly [Column, string])[] = [
  ['name', 'Candidate'],
  ['stage', 'Stage'],
  ['items', 'Items'],
  ['claimed', 'Claimed'],
  ['decisions', 'Decisions'],
  ['assessor', 'Assessor'],
  ['outcome', 'Outcome'],
];

interface Props {
  readonly candidates: readonly CandidateLine[];
  readonly extension: CohortView['extension'];
}

export function Candidates({ candidates, extension }: Props) {
  const [order, setOrder] = useState<Order>({ by: 'name', down: false });
  const [stage, setStage] = useState('all');
  const [chosen, setChosen] = useState<string | null>(null);
  const there = stages.filter((one) => candidates.some((line) => line.stage === one));
  const shown = ordered(
    candidates.filter((line) => stage === 'all' || line.stage === stage),
    order,
  );
  const line = candidates.find(({ submission }) => submission === chosen);
  const close = () => setChosen(null);
  const sort = (by: Column) => setOrder({ by, down: order.by === by && !order.down });

  return (
    <>
      <NativeSelect
        label="Stage"
        w="16rem"
        mb="sm"
        value={stage}
        onChange={(event) => setStage(event.currentTarget.value)}
        data={[
          { value: 'all', label: `All (${candidates.length})` },
          ...there.map((one) => ({
            value: one,
            label: `${stageWords[one]} (${candidates.filter((each) => each.stage === one).length})`,
          })),
        ]}
      />
      <Table {...roles.table} className={classes['table'] ?? ''} aria-label="Candidates" data-sortable="true">
        <Table.Thead {...roles.group}>
          <Table.Tr {...roles.row}>
            {heads.map(([column, title]) => (
              <Table.Th
                {...roles.column}
                key={column}
                scope="col"
                aria-sort={order.by === column ? (order.down ? 'descending' : 'ascending') : undefined}
              >
                <button type="button" className={classes['sort']} onClick={() => sort(column)}>
                  {title}
                  <span aria-hidden="true">{order.by === column ? (order.down ? ' ↓' : ' ↑') : ''}</span>
                </button>
              </Table.Th>
            ))}
            <Table.Th {...roles.column} scope="col">
              <VisuallyHidden>What waits for you</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody {...roles.group}>
          {shown.map((each) => (
            <CandidateRow key={each.submission} line={each} onDecide={() => setChosen(each.submission)} />
          ))}
        </Table.Tbody>
      </Table>
      <Modal opened={line !== undefined} onClose={close} title={line === undefined ? '' : titleOf(line)}>
        {line?.stage === 'gathering' && <Extend line={line} extension={extension} onDone={close} />}
        {line?.stage === 'submitted' && <Receive line={line} onDone={close} />}
        {line?.review?.status === 'awaitingAllocation' && (
          <Allocate review={line.review.review} version={line.review.version} onDone={close} />
        )}
      </Modal>
    </>
  );
}

function titleOf({ stage, name }: CandidateLine): string {
  if (stage === 'gathering') return `More time for ${name}`;
  return stage === 'submitted' ? `The portfolio of ${name}` : `Allocate an assessor to ${name}`;
}
