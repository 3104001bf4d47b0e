import { SegmentedControl } from '@mantine/core';
import { useLayoutEffect, useRef } from 'react';
import type { ReactNode } from 'react';

import classes from './sideBySide.module.css';

export type Side = 'evidence' | 'decisions';

interface Props {
  readonly side: Side;
  readonly onSide: (side: Side) => void;
  readonly labels: Readonly<Record<Side, string>>;
  readonly evidence: ReactNode;
  readonly decisions: ReactNode;
}

/** Evidence on the left, decisions on the right, each scrolling by itself; on a phone one of the two. */
export function SideBySide({ side, onSide, labels, evidence, decisions }: Props) {
  const panes = useRef<HTMLDivElement>(null);
  // The panes end where the window ends, whatever stands above them (a ribbon, a note of the moderator's queries).
  useLayoutEffect(() => {
    const measure = () => {
      const top = (panes.current?.getBoundingClientRect().top ?? 0) + window.scrollY;
      panes.current?.style.setProperty('--workspace-top', `${Math.round(top)}px`);
    };
    measure();
    const watching = new ResizeObserver(measure);
    watching.observe(document.body);
    return () => watching.disconnect();
  }, []);
  return (
    <>
      <SegmentedControl
        className={classes['switch'] ?? ''}
        fullWidth
        aria-label="Show"
        value={side}
        onChange={onSide}
        data={[
          { value: 'evidence', label: labels.evidence },
          { value: 'decisions', label: labels.decisions },
        ]}
      />
      <div ref={panes} className={classes['panes']} data-side={side}>
        <section className={classes['pane']} data-pane="evidence" aria-label="Evidence">
          {evidence}
        </section>
        <section className={classes['pane']} data-pane="decisions" aria-label="Decisions">
          {decisions}
        </section>
      </div>
    </>
  );
}
