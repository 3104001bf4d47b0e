import { Badge, Button, VisuallyHidden } from '@mantine/core';
import { IconFlag } from '@tabler/icons-react';

import type { Difference, Rest } from '../../shared/marking/apart.ts';
import type { Open } from '../../shared/marking/EvidencePane.tsx';
import { sourceName } from '../../shared/marking/sources.ts';
import type { ReviewView } from '../../shared/marking/view.ts';
import { scaleName } from '../../shared/marking/wording.ts';
import type { Statement, Wording } from '../../shared/marking/wording.ts';
import { StatementText } from '../../shared/StatementText.tsx';
import { StatusBadge } from '../../shared/StatusBadge.tsx';
import classes from './moderator.module.css';
import { MarksRead } from './MarksRead.tsx';
import { QueryField } from './QueryField.tsx';

interface Props {
  readonly view: ReviewView;
  readonly wording: Wording;
  readonly statement: Statement;
  /** What several markers gave, and what stands; null where one marked it. */
  readonly marks: Difference | Rest | null;
  /** What the moderator asks of it; null: nothing. */
  readonly query: string | null;
  readonly mayQuery: boolean;
  readonly onQuery: (says: string | null) => void;
  readonly onOpen: (open: Open) => void;
}

/** One standard as it was judged: score, reason, evidence, earlier queries, and the query being written. */
export function JudgementRead({ view, wording, statement, marks, query, mayQuery, onQuery, onOpen }: Props) {
  const { code } = statement;
  const judgement = view.judgements[code];
  const claims = view.claims[code] ?? [];
  const earlier = view.queries.filter(({ standard }) => standard === code);
  return (
    <div className={classes['standard']}>
      <StatementText statement={statement} critical={wording.critical.has(code)} />
      {marks !== null && (
        <MarksRead
          of={marks}
          wording={wording}
          onOpen={(source) => onOpen({ source, place: claims.find((claim) => claim.source === source)?.place ?? null })}
        />
      )}
      {marks !== null ? null : judgement === undefined ? (
        <p className={classes['reason']}>Not judged.</p>
      ) : (
        <>
          <div className={classes['judged']}>
            <span className={classes['score']}>
              {judgement.score} {scaleName(wording.scheme, judgement.score)}
            </span>
            <StatusBadge tone={judgement.score >= wording.scheme.threshold ? 'good' : 'attention'}>
              {judgement.score >= wording.scheme.threshold ? 'Achieved' : 'Not achieved'}
            </StatusBadge>
          </div>
          <p className={classes['reason']}>{judgement.reason}</p>
          <div className={classes['sources']}>
            <span>Rests on</span>
            {judgement.evidence.length === 0 && <span>nothing</span>}
            {judgement.evidence.map((source) => (
              <Button
                key={source}
                size="compact-sm"
                variant="default"
                onClick={() =>
                  onOpen({ source, place: claims.find((claim) => claim.source === source)?.place ?? null })
                }
              >
                <VisuallyHidden>Open </VisuallyHidden>
                {sourceName(source)}
              </Button>
            ))}
          </div>
        </>
      )}
      {earlier.map((asked, index) => (
        <p key={index} className={classes['reason']}>
          <Badge variant="outline" color="gray" mr={6} leftSection={<IconFlag size={12} aria-hidden />}>
            Round {asked.round}
          </Badge>
          {asked.says}
        </p>
      ))}
      {mayQuery && query === null && (
        <Button
          size="compact-sm"
          variant="subtle"
          mt={6}
          leftSection={<IconFlag size={14} aria-hidden />}
          onClick={() => onQuery('')}
        >
          Query<VisuallyHidden> {code}</VisuallyHidden>
        </Button>
      )}
      {mayQuery && query !== null && <QueryField code={code} query={query} onQuery={onQuery} />}
    </div>
  );
}
