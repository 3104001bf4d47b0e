import { Text } from '@mantine/core';

import { Occasion } from './Occasion.tsx';
import { pageOfPlace } from './place.ts';
import { SourceChooser } from './SourceChooser.tsx';
import { SourceHead } from './SourceHead.tsx';
import { SourceContent } from './SourceContent.tsx';
import type { ReviewView } from './view.ts';
import classes from './evidence.module.css';

/** Which source is open, and where in it. */
export interface Open {
  readonly source: string;
  readonly place: string | null;
}

interface Props {
  readonly view: ReviewView;
  /** The standard at hand: what is claimed for it stands first. */
  readonly standard: string | null;
  readonly open: Open | null;
  readonly onOpen: (open: Open) => void;
}

/** The evidence of one review: everything submitted, the recorded visit and the recorded discussion. */
export function EvidencePane({ view, standard, open, onOpen }: Props) {
  const source = view.sources.find((one) => one.source === open?.source);
  const places = (view.claims[standard ?? ''] ?? [])
    .filter((claim) => claim.source === open?.source)
    .map(({ place }) => place);
  return (
    <div className={classes['pane']}>
      <SourceChooser
        view={view}
        standard={standard}
        open={open?.source ?? null}
        onOpen={(one, place) => onOpen({ source: one, place })}
      />
      {source === undefined ? (
        <Text size="sm" c="dimmed">
          {view.sources.length === 0
            ? 'Nothing was submitted with this portfolio.'
            : 'Choose a source to read it here.'}
        </Text>
      ) : (
        <>
          <SourceHead
            source={source}
            standard={standard}
            places={places}
            onPlace={(place) => onOpen({ source: source.source, place })}
          />
          {source.source === 'visit' || source.source === 'discussion' ? (
            <Occasion record={source.source === 'visit' ? view.visit : view.discussion} />
          ) : (
            <SourceContent review={view.review} source={source} page={pageOfPlace(open?.place ?? '')} />
          )}
        </>
      )}
    </div>
  );
}
