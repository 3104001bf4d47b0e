import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';

import { LoadingLines } from '../Loading.tsx';
import { trpc } from '../server.ts';
import { Marks } from './Marks.tsx';
import classes from './marks.module.css';
import { PlaceTitle } from './PlaceTitle.tsx';
import { Stands } from './Stands.tsx';
import type { Wording } from './wording.ts';

interface Props {
  readonly marking: string;
  readonly wording: Wording;
  readonly own: string | null;
  readonly many: number;
  readonly onOpen?: ((source: string) => void) | undefined;
}

/** What the markers do not lie apart on: folded away, and asked for only when somebody looks. */
export function RestOfMarks({ marking, wording, own, many, onOpen }: Props) {
  const [open, setOpen] = useState(false);
  const { data } = useQuery(trpc.marking.rest.queryOptions({ marking }, { enabled: open }));
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>The other {many}, on which the marks do not lie apart</summary>
      {open && data === undefined && <LoadingLines lines={6} />}
      {data?.places.map((of) => (
        <div key={of.place} className={classes['place']}>
          <PlaceTitle of={of} wording={wording} />
          <Stands of={of} scheme={wording.scheme} />
          {of.marks.length > 0 && <Marks marks={of.marks} scheme={wording.scheme} own={own} onOpen={onOpen} />}
        </div>
      ))}
    </details>
  );
}
