import type { Framework, Scheme } from '@assay/standards';
import { Table } from '@mantine/core';
import type { ReactNode } from 'react';

import { formatNumber } from '../../shared/formatting.ts';
import { Note } from '../../shared/Note.tsx';
import { scrollBox } from '../../shared/scrollBox.ts';
import css from './public.module.css';

type Component = Scheme['components'][number];

const sizeOf = (component: Component): string => {
  if (component.words) {
    const { limit, tolerancePercent } = component.words;
    const documents =
      component.documentsAtMost === undefined ? '' : `, with up to ${component.documentsAtMost} documents`;
    return `${formatNumber(limit)} words, ${tolerancePercent} % over is read${documents}`;
  }
  if (component.minutes !== undefined) return `${component.minutes} minutes`;
  if (component.days !== undefined) return component.days === 1 ? 'one day' : `${component.days} days`;
  return '';
};

/** How a portfolio is put together and scored under the scheme, with its status said first. */
export function SchemeText({ scheme, framework }: { scheme: Scheme; framework: Framework }) {
  const routeTitle = (id: string | null) => scheme.routes.find((route) => route.id === id)?.title ?? 'All routes';
  return (
    <section id="scheme" aria-labelledby="scheme-title">
      <h2 id="scheme-title">How it is assessed</h2>
      {scheme.status === 'illustrative' && (
        <Note tone="attention" title="Illustrative">
          <p style={{ margin: '0.25rem 0 0' }}>{scheme.note}</p>
        </Note>
      )}
      <h3>Components of a portfolio</h3>
      <Scrolling label="Components of a portfolio">
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Component</Table.Th>
              <Table.Th>Size</Table.Th>
              <Table.Th>{framework.labels.area.plural}</Table.Th>
              <Table.Th>Route</Table.Th>
              <Table.Th>By</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {scheme.components.map((component) => (
              <Table.Tr key={component.id}>
                <Table.Th scope="row">
                  {component.id} · {component.title}
                  {component.gate && <span className={css['small']}> (must be met)</span>}
                </Table.Th>
                <Table.Td>{sizeOf(component)}</Table.Td>
                <Table.Td>
                  {component.areas.length === framework.areas.length ? 'all' : component.areas.join(', ')}
                </Table.Td>
                <Table.Td>{routeTitle(component.route)}</Table.Td>
                <Table.Td>{component.by}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Scrolling>
      <h3>Scale, per standard</h3>
      <p>
        A standard is achieved at {scheme.threshold} or more. No {framework.labels.area.singular} makes up for another.
      </p>
      <Scrolling label="Scale, per standard">
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Score</Table.Th>
              <Table.Th>Name</Table.Th>
              <Table.Th>Descriptor</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {scheme.scale.map((point) => (
              <Table.Tr key={point.score}>
                <Table.Td>{point.score}</Table.Td>
                <Table.Th scope="row">{point.name}</Table.Th>
                <Table.Td>{point.descriptor}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Scrolling>
      <p>Critical standards: {scheme.critical.join(', ')}.</p>
    </section>
  );
}

/** A wide table scrolls in its own box, reachable by keyboard, so that the page itself never does. */
function Scrolling({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={css['scrolling']} {...scrollBox(label)}>
      {children}
    </div>
  );
}
