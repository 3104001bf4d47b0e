import { formatDay } from '../formatting.ts';
import type { MarkingView } from '../server.ts';
import { Marks } from './Marks.tsx';
import classes from './marks.module.css';
import { PlaceTitle } from './PlaceTitle.tsx';
import { Stands } from './Stands.tsx';
import type { Wording } from './wording.ts';

/** Where marks lay apart: two or three marks side by side, what was said in conference, and what came of it. */
export function HowAgreed({ view, wording }: { readonly view: MarkingView; readonly wording: Wording }) {
  const { scheme } = wording;
  return (
    <>
      <Ended view={view} />
      {view.differences.map((of) => (
        <div key={of.place} className={classes['place']}>
          <PlaceTitle of={of} wording={wording} />
          <Stands of={of} scheme={scheme} />
          <Marks marks={of.marks} scheme={scheme} own={view.own?.marker ?? null} />
        </div>
      ))}
    </>
  );
}

/** That a conference came to no agreement: who ended it and why, or that its time passed. */
export function Ended({ view: { ended } }: { readonly view: MarkingView }) {
  if (ended === null) return null;
  return (
    <p className={classes['ended']}>
      {ended.by === null
        ? `The time to confer passed on ${formatDay(ended.at)}, so a third marker was asked.`
        : `${ended.by} ended the conference on ${formatDay(ended.at)}, and a third marker was asked: “${ended.reason}”`}
    </p>
  );
}
