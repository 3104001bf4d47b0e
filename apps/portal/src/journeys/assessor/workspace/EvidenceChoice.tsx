import { Text } from '@mantine/core';
import { claimedSources, otherSources } from '../../../shared/marking/sources.ts';
import type { ReviewView } from '../../../shared/marking/view.ts';
import type { Draft } from './draft.ts';
import { EvidenceTests } from './EvidenceTests.tsx';
import classes from './form.module.css';

interface Props {
  readonly view: ReviewView;
  readonly standard: string;
  readonly draft: Draft;
  readonly openSource: string | null;
  readonly readOnly: boolean;
  readonly onDraft: (draft: Draft) => void;
  readonly onOpen: (source: string, place: string | null) => void;
}

/** What the judgement rests on: first what the candidate claims for the standard, then everything else there is. */
export function EvidenceChoice({ view, standard, draft, openSource, readOnly, onDraft, onOpen }: Props) {
  const claimed = claimedSources(view, standard);
  // By what is saved, not by what is ticked: a row must not jump away from under the pointer.
  const rests = view.judgements[standard]?.evidence ?? [];
  const near = (source: string) => source === 'visit' || source === 'discussion' || rests.includes(source);
  const unclaimed = otherSources(view, standard);
  const used = unclaimed.filter(({ source }) => near(source));
  const others = readOnly ? [] : unclaimed.filter(({ source }) => !near(source));
  const row = (source: ReviewView['sources'][number], places: readonly string[]) => (
    <EvidenceTests
      key={source.source}
      source={source}
      places={places}
      draft={draft}
      open={source.source === openSource}
      readOnly={readOnly}
      onDraft={onDraft}
      onOpen={(place) => onOpen(source.source, place)}
    />
  );
  return (
    <fieldset className={classes['fieldset']}>
      <legend className={classes['legend']}>Evidence the judgement rests on</legend>
      {claimed.length === 0 && (
        <Text size="sm" mb={6}>
          The candidate claims nothing for this standard.
        </Text>
      )}
      <ul className={classes['sources']}>
        {claimed.map(({ source, places }) => row(source, places))}
        {used.map((source) => row(source, []))}
      </ul>
      {others.length > 0 && (
        <details className={classes['others']}>
          <summary>Not claimed for this standard ({others.length})</summary>
          <ul className={classes['sources']}>{others.map((source) => row(source, []))}</ul>
        </details>
      )}
    </fieldset>
  );
}
