import { claimedSources, methodName, otherSources, sourceName } from './sources.ts';
import type { ReviewView, Source } from './view.ts';
import classes from './evidence.module.css';

interface Props {
  readonly view: ReviewView;
  readonly standard: string | null;
  readonly open: string | null;
  readonly onOpen: (source: string, place: string | null) => void;
}

export function SourceChooser({ view, standard, open, onOpen }: Props) {
  const claimed = claimedSources(view, standard ?? '');
  const others = otherSources(view, standard ?? '');
  const chip = (source: Source, place: string | null) => (
    <li key={source.source}>
      <button
        type="button"
        className={classes['chip']}
        aria-pressed={source.source === open}
        aria-label={`${sourceName(source.source)}, ${source.title}, ${methodName(source.method)}`}
        title={`${source.title}, ${methodName(source.method).toLowerCase()}`}
        onClick={() => onOpen(source.source, place)}
      >
        {sourceName(source.source)}
      </button>
    </li>
  );
  return (
    <div className={classes['chooser']}>
      {claimed.length > 0 && (
        <div className={classes['chips']}>
          <span id="claimed-sources">Claimed for {standard}</span>
          <ul aria-labelledby="claimed-sources">
            {claimed.map(({ source, places }) => chip(source, places[0] ?? null))}
          </ul>
        </div>
      )}
      {others.length > 0 && (
        <div className={classes['chips']}>
          <span id="other-sources">{claimed.length > 0 ? 'Other evidence' : 'Evidence'}</span>
          <ul aria-labelledby="other-sources">{others.map((source) => chip(source, null))}</ul>
        </div>
      )}
    </div>
  );
}
