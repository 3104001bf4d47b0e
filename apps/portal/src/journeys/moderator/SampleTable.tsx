import { Anchor, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';

import { counted } from '../../shared/formatting.ts';
import type { BatchView, Drawn } from '../../shared/marking/view.ts';
import { OutcomeBadge, StatusBadge } from '../../shared/StatusBadge.tsx';
import { roles } from '../../shared/tableRoles.ts';
import { SmallProfile } from './SmallProfile.tsx';
import classes from './moderator.module.css';

/** Every portfolio of the sample with every reason why it was drawn. */
export function SampleTable({ batch }: { readonly batch: BatchView }) {
  const open = batch.sample.filter(({ found }) => found === null).length;
  const away = batch.sample.filter(({ found }) => found === 'queried').length;
  return (
    <>
      <Text size="sm" mb="xs" maw="44rem">
        {counted(batch.sample.length, 'portfolio', 'portfolios')} of {batch.portfolios}.{' '}
        {open > 0 && `${counted(open, 'is', 'are')} still open: read, then uphold or send back. `}
        {away > 0 && `${counted(away, 'is', 'are')} with the assessor and will come back. `}
        {open === 0 && away === 0 && 'Every one is upheld.'}
      </Text>
      <Table {...roles.table} className={classes['table'] ?? ''} aria-label="Sample" verticalSpacing="sm">
        <Table.Thead {...roles.group}>
          <Table.Tr {...roles.row}>
            <Table.Th {...roles.column} scope="col">
              Candidate
            </Table.Th>
            <Table.Th {...roles.column} scope="col">
              Assessor
            </Table.Th>
            <Table.Th {...roles.column} scope="col">
              Recommended
            </Table.Th>
            <Table.Th {...roles.column} scope="col">
              Profile: lowest score
            </Table.Th>
            <Table.Th {...roles.column} scope="col">
              Why it was drawn
            </Table.Th>
            <Table.Th {...roles.column} scope="col">
              Found
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody {...roles.group}>
          {batch.sample.map((drawn) => (
            <Table.Tr {...roles.row} key={drawn.submission}>
              <Table.Th {...roles.rowHeader} scope="row">
                <Anchor component={Link} to={`/moderation/${batch.batch}/${drawn.submission}`}>
                  {drawn.candidateName}
                </Anchor>
              </Table.Th>
              <Table.Td {...roles.cell} data-label="Assessor">
                {markersOf(drawn)}
              </Table.Td>
              <Table.Td {...roles.cell} data-label="Recommended">
                <OutcomeBadge outcome={drawn.recommended} />
              </Table.Td>
              <Table.Td {...roles.cell} data-label="Profile, lowest score">
                <SmallProfile profile={drawn.profile} />
              </Table.Td>
              <Table.Td {...roles.cell} data-label="Why it was drawn">
                <ul className={classes['reasons']}>
                  {drawn.reasons.map((reason) => (
                    <li key={reason}>{reason}</li>
                  ))}
                </ul>
              </Table.Td>
              <Table.Td {...roles.cell} data-label="Found">
                <Found found={drawn.found} remarking={drawn.remarking} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  );
}

/** The first marker before the others. */
export function markersOf({ assessorName, alsoMarked }: Pick<Drawn, 'assessorName' | 'alsoMarked'>): string {
  return new Intl.ListFormat('en-GB').format([assessorName, ...alsoMarked.map((other) => other.assessorName)]);
}

export function Found({ found, remarking }: Pick<Drawn, 'found' | 'remarking'>) {
  if (remarking) return <StatusBadge tone="attention">Marked anew</StatusBadge>;
  if (found === 'upheld') return <StatusBadge tone="good">Upheld</StatusBadge>;
  if (found === 'queried') return <StatusBadge tone="attention">Sent back</StatusBadge>;
  return <StatusBadge tone="open">Open</StatusBadge>;
}
