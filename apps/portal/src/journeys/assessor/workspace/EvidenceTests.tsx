import { Button, Checkbox, VisuallyHidden } from '@mantine/core';
import { IconCheck, IconFileSearch } from '@tabler/icons-react';
import { methodName, sourceName } from '../../../shared/marking/sources.ts';
import type { Source } from '../../../shared/marking/view.ts';
import { allTests, counts, noTests, testNames, withCounting, withEvidence, withTests, type Draft } from './draft.ts';
import classes from './form.module.css';

const labels = { valid: 'Valid', authentic: 'Authentic', current: 'Current', sufficient: 'Sufficient' } as const;

interface Props {
  readonly source: Source;
  readonly places: readonly string[];
  readonly draft: Draft;
  readonly open: boolean;
  readonly readOnly: boolean;
  readonly onDraft: (draft: Draft) => void;
  readonly onOpen: (place: string | null) => void;
}

/** One source: does the judgement rest on it, and does it pass the evidence test (R1) for this standard? */
export function EvidenceTests({ source, places, draft, open, readOnly, onDraft, onOpen }: Props) {
  const id = source.source;
  const rests = draft.evidence.includes(id);
  const tests = draft.tests[id] ?? noTests;
  return (
    <li className={classes['source']} data-rests={rests || undefined} data-open={open || undefined}>
      <div className={classes['sourceHead']}>
        <Checkbox
          checked={rests}
          disabled={readOnly}
          onChange={(event) => onDraft(withEvidence(draft, id, event.currentTarget.checked))}
          label={
            <>
              <strong>{sourceName(id)}</strong> {source.title === sourceName(id) ? '' : source.title}{' '}
              <span className={classes['method']}>{methodName(source.method)}</span>
            </>
          }
        />
        {places.length === 0 && (
          <Button
            size="compact-sm"
            variant="subtle"
            style={{ flex: 'none' }}
            leftSection={<IconFileSearch size={14} aria-hidden />}
            onClick={() => onOpen(null)}
          >
            Open<VisuallyHidden> {sourceName(id)}</VisuallyHidden>
          </Button>
        )}
      </div>
      {places.map((place, index) => (
        <button key={`${place}-${index}`} type="button" className={classes['place']} onClick={() => onOpen(place)}>
          <IconFileSearch size={14} aria-hidden />
          {place === '' ? 'Open' : place}
          <VisuallyHidden>, open {sourceName(id)} there</VisuallyHidden>
        </button>
      ))}
      <fieldset className={classes['tests']} aria-label={`${sourceName(id)} is, for this standard`}>
        {testNames.map((name) => (
          <Checkbox
            key={name}
            size="sm"
            label={labels[name]}
            checked={tests[name]}
            disabled={readOnly}
            onChange={(event) => onDraft(withTests(draft, id, { ...tests, [name]: event.currentTarget.checked }))}
          />
        ))}
        {counts(tests) ? (
          <span className={classes['counts']}>
            <IconCheck size={14} stroke={2.5} aria-hidden /> Counts
          </span>
        ) : (
          !readOnly && (
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => onDraft(rests ? withTests(draft, id, allTests) : withCounting(draft, id))}
            >
              All four<VisuallyHidden> for {sourceName(id)}</VisuallyHidden>
            </Button>
          )
        )}
      </fieldset>
    </li>
  );
}
