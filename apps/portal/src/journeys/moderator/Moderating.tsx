import { SegmentedControl, Stack } from '@mantine/core';
import { useState } from 'react';

import { EvidencePane } from '../../shared/marking/EvidencePane.tsx';
import type { Open } from '../../shared/marking/EvidencePane.tsx';
import { Frame } from '../../shared/marking/Frame.tsx';
import { SideBySide } from '../../shared/marking/SideBySide.tsx';
import type { Side } from '../../shared/marking/SideBySide.tsx';
import { sourceName } from '../../shared/marking/sources.ts';
import type { BatchView, Drawn, ReviewView } from '../../shared/marking/view.ts';
import type { Wording } from '../../shared/marking/wording.ts';
import { Decide } from './Decide.tsx';
import { GatesRead } from './GatesRead.tsx';
import { JudgementRead } from './JudgementRead.tsx';
import { layApart } from './marked.ts';
import type { Marked } from './marked.ts';
import { Meeting } from './Meeting.tsx';
import { SmallProfile } from './SmallProfile.tsx';
import { useKeptQueries } from './useKeptQueries.ts';
import classes from './moderator.module.css';

type Filter = 'all' | 'notAchieved' | 'critical' | 'apart';

interface Props {
  readonly batch: BatchView;
  readonly drawn: Drawn;
  readonly view: ReviewView;
  readonly wording: Wording;
  /** What several markers gave; null where it was marked by one. */
  readonly marked: Marked | null;
}

export function Moderating({ batch, drawn, view, wording, marked }: Props) {
  const [open, setOpen] = useState<Open | null>(null);
  const [standard, setStandard] = useState<string | null>(null);
  const [side, setSide] = useState<Side>('decisions');
  const [filter, setFilter] = useState<Filter>('all');
  const kept = useKeptQueries(batch.batch, drawn.submission);
  const deciding = batch.may.includes('UpholdReview') && drawn.found === null;

  // Where several marked it, what is achieved is a matter of the score of record.
  const scoreOn = (code: string) => Number(marked?.on.get(code)?.record ?? view.judgements[code]?.score ?? 0);
  const shown = (code: string) => {
    if (filter === 'critical') return wording.critical.has(code);
    if (filter === 'apart') return layApart(marked, code);
    return filter === 'all' || scoreOn(code) < wording.scheme.threshold;
  };
  const read = (code: string, next: Open) => {
    setStandard(code);
    setOpen(next);
    setSide('evidence');
  };

  return (
    <SideBySide
      side={side}
      onSide={setSide}
      labels={{
        evidence: open === null ? 'Evidence' : `Evidence: ${sourceName(open.source)}`,
        decisions: 'Judgements',
      }}
      evidence={<EvidencePane view={view} standard={standard} open={open} onOpen={setOpen} />}
      decisions={
        <Frame foot={<Decide batch={batch} drawn={drawn} kept={kept} deciding={deciding} />}>
          <Stack gap="lg">
            <div>
              <h2 className={classes['why']}>Why it was drawn</h2>
              <ul className={classes['reasons']}>
                {drawn.reasons.map((reason) => (
                  <li key={reason}>{reason}</li>
                ))}
              </ul>
            </div>
            <div>
              <h2 className={classes['why']}>
                Profile: lowest score by {wording.known.framework.labels.area.singular}
              </h2>
              <SmallProfile profile={drawn.profile} />
            </div>
            {marked !== null && <Meeting view={marked.meeting} scheme={wording.scheme} />}
            <SegmentedControl
              fullWidth
              size="sm"
              aria-label="Which standards"
              value={filter}
              onChange={setFilter}
              data={[
                { value: 'all', label: 'All' },
                { value: 'notAchieved', label: 'Not achieved' },
                { value: 'critical', label: 'Critical' },
                ...(marked !== null && marked.meeting.differences.length > 0
                  ? [{ value: 'apart' as const, label: `Apart (${marked.meeting.differences.length})` }]
                  : []),
              ]}
            />
            {wording.areas.map(({ area, judged }) => {
              const rows = judged.filter(({ code }) => shown(code));
              if (rows.length === 0) return null;
              return (
                <section key={area.id} aria-labelledby={`area-${area.id}`}>
                  <h2 id={`area-${area.id}`} className={classes['areaTitle']} style={{ fontSize: '1.125rem' }}>
                    {area.title}
                  </h2>
                  {rows.map((statement) => (
                    <JudgementRead
                      key={statement.code}
                      view={view}
                      wording={wording}
                      statement={statement}
                      marks={marked?.on.get(statement.code) ?? null}
                      query={kept.queries[statement.code] ?? null}
                      mayQuery={deciding}
                      onQuery={(says) => kept.set(statement.code, says)}
                      onOpen={(next) => read(statement.code, next)}
                    />
                  ))}
                </section>
              );
            })}
            <GatesRead view={view} wording={wording} marked={marked} />
          </Stack>
        </Frame>
      }
    />
  );
}
