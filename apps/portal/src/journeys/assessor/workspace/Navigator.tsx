import { VisuallyHidden } from '@mantine/core';
import { IconCheck, IconFlag, IconPencil } from '@tabler/icons-react';

import type { ReviewView } from '../../../shared/marking/view.ts';
import { scaleName, shortCode } from '../../../shared/marking/wording.ts';
import type { Wording } from '../../../shared/marking/wording.ts';
import { AreaPicker } from './AreaPicker.tsx';
import classes from './navigator.module.css';

interface Props {
  readonly view: ReviewView;
  readonly wording: Wording;
  readonly standard: string;
  readonly unsaved: ReadonlySet<string>;
  readonly onStandard: (code: string) => void;
}

/** Areas with their progress, and the standards of the area at hand with their scores. */
export function Navigator({ view, wording, standard, unsaved, onStandard }: Props) {
  const areas = wording.areas.filter(({ judged }) => judged.length > 0);
  const here = areas.find(({ judged }) => judged.some(({ code }) => code === standard)) ?? areas[0];
  const isJudged = (code: string) => view.judgements[code] !== undefined;
  return (
    <nav aria-label="Standards">
      <AreaPicker
        areas={areas.map(({ area, judged }) => ({
          id: area.id,
          title: area.title,
          done: judged.filter(({ code }) => isJudged(code)).length,
          all: judged.length,
        }))}
        current={here?.area.id}
        counted="judged"
        onPick={(picked) => {
          const judged = areas.find(({ area }) => area.id === picked)?.judged ?? [];
          const first = judged.find(({ code }) => !isJudged(code)) ?? judged[0];
          if (first !== undefined) onStandard(first.code);
        }}
      />
      <ol className={classes['standards']}>
        {here?.judged.map(({ code }) => (
          <li key={code}>
            <StandardButton
              code={code}
              current={code === standard}
              score={view.judgements[code]?.score}
              name={scaleName(wording.scheme, view.judgements[code]?.score ?? -1)}
              unsaved={unsaved.has(code)}
              queried={view.queries.some((query) => query.standard === code && query.round === view.round)}
              critical={wording.critical.has(code)}
              onPick={() => onStandard(code)}
            />
          </li>
        ))}
      </ol>
    </nav>
  );
}

interface StandardButtonProps {
  readonly code: string;
  readonly current: boolean;
  readonly score: number | undefined;
  readonly name: string;
  readonly unsaved: boolean;
  readonly queried: boolean;
  readonly critical: boolean;
  readonly onPick: () => void;
}

function StandardButton({ code, current, score, name, unsaved, queried, critical, onPick }: StandardButtonProps) {
  const says = [
    score === undefined ? 'not judged' : name,
    ...(critical ? ['critical'] : []),
    ...(unsaved ? ['unsaved changes'] : []),
    ...(queried ? ['queried by the moderator'] : []),
  ].join(', ');
  return (
    <button
      type="button"
      className={classes['standard']}
      aria-current={current ? 'step' : undefined}
      title={says}
      data-judged={score !== undefined || undefined}
      onClick={onPick}
    >
      <span className={classes['standardCode']}>{shortCode(code)}</span>{' '}
      <span className={classes['standardState']}>
        {score === undefined ? (
          <span aria-hidden="true">–</span>
        ) : (
          <>
            {score}
            <IconCheck size={13} stroke={2.5} aria-hidden />
          </>
        )}
        {unsaved && <IconPencil size={13} aria-hidden />}
        {queried && <IconFlag size={13} aria-hidden />}
      </span>
      <VisuallyHidden> {says}</VisuallyHidden>
    </button>
  );
}
