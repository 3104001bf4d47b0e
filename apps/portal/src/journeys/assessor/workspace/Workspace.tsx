import { Button, Tabs, VisuallyHidden } from '@mantine/core';
import { IconKeyboard } from '@tabler/icons-react';
import { useState } from 'react';

import { EvidencePane } from '../../../shared/marking/EvidencePane.tsx';
import type { Open } from '../../../shared/marking/EvidencePane.tsx';
import { SideBySide } from '../../../shared/marking/SideBySide.tsx';
import type { Side } from '../../../shared/marking/SideBySide.tsx';
import { sourceName } from '../../../shared/marking/sources.ts';
import type { ReviewView } from '../../../shared/marking/view.ts';
import type { Wording } from '../../../shared/marking/wording.ts';
import { CoveragePanel } from './CoveragePanel.tsx';
import { GatesPanel } from './GatesPanel.tsx';
import { Marking } from './Marking.tsx';
import { partsOf, progressOf } from './parts.ts';
import type { Part } from './parts.ts';
import { SealPanel } from './SealPanel.tsx';
import { ShortcutHelp } from './ShortcutHelp.tsx';
import { useLettersOn } from './useShortcuts.ts';
import classes from './workspace.module.css';

export interface Place {
  readonly part: Part;
  readonly standard: string;
}

interface Props {
  readonly view: ReviewView;
  readonly wording: Wording;
  readonly place: Place;
  readonly onPlace: (place: Partial<Place>) => void;
}

/** Evidence on the left, decisions on the right; on a phone one of the two. */
export function Workspace({ view, wording, place, onPlace }: Props) {
  const [open, setOpen] = useState<Open | null>(() => firstOpen(view, place.standard));
  const [side, setSide] = useState<Side>('decisions');
  const [help, setHelp] = useState(false);
  const [lettersOn, setLettersOn] = useLettersOn();
  const readOnly = !view.may.includes('JudgeStandard');
  const progress = progressOf(view, wording);
  const parts = partsOf(wording);

  const show = (next: Open) => {
    setOpen(next);
    setSide('evidence');
  };
  const goTo = (next: Partial<Place>) => {
    onPlace(next);
    // A standard brings its first claimed place with it, so that the evidence is there when the wording is read.
    const [claim] = view.claims[next.standard ?? ''] ?? [];
    if (claim !== undefined) setOpen(claim);
  };

  return (
    <>
      <SideBySide
        side={side}
        onSide={setSide}
        labels={{
          evidence: open === null ? 'Evidence' : `Evidence: ${sourceName(open.source)}`,
          decisions: place.part === 'standards' ? `Standards: ${place.standard}` : progress[place.part].label,
        }}
        evidence={
          <EvidencePane
            view={view}
            standard={place.part === 'standards' ? place.standard : null}
            open={open}
            onOpen={setOpen}
          />
        }
        decisions={
          <Tabs
            className={classes['fill'] ?? ''}
            value={place.part}
            onChange={(part) => goTo({ part: parts.find((one) => one === part) ?? 'standards' })}
            keepMounted={false}
          >
            <div className={classes['tabs']}>
              <Tabs.List>
                {parts.map((part) => (
                  <Tabs.Tab key={part} value={part}>
                    {progress[part].label} <span className={classes['count']}>{progress[part].says}</span>
                  </Tabs.Tab>
                ))}
              </Tabs.List>
              {place.part === 'standards' && !readOnly && (
                <Button
                  size="compact-sm"
                  variant="subtle"
                  visibleFrom="md"
                  leftSection={<IconKeyboard size={16} aria-hidden />}
                  onClick={() => setHelp(true)}
                >
                  Keys<VisuallyHidden>: marking by keyboard</VisuallyHidden>
                </Button>
              )}
            </div>
            <Tabs.Panel className={classes['fill'] ?? ''} value="standards">
              <Marking
                view={view}
                wording={wording}
                standard={place.standard}
                readOnly={readOnly}
                lettersOn={lettersOn && !help}
                open={open}
                onOpen={show}
                onHelp={() => setHelp(true)}
                onStandard={(standard) => goTo({ standard })}
                onAllJudged={() => goTo({ part: 'seal' })}
              />
            </Tabs.Panel>
            <Tabs.Panel className={classes['fill'] ?? ''} value="gates">
              <GatesPanel view={view} wording={wording} />
            </Tabs.Panel>
            <Tabs.Panel className={classes['fill'] ?? ''} value="coverage">
              <CoveragePanel view={view} wording={wording} onOpen={show} />
            </Tabs.Panel>
            <Tabs.Panel className={classes['fill'] ?? ''} value="seal">
              <SealPanel view={view} wording={wording} onGo={goTo} />
            </Tabs.Panel>
          </Tabs>
        }
      />
      <ShortcutHelp opened={help} lettersOn={lettersOn} onLetters={setLettersOn} onClose={() => setHelp(false)} />
    </>
  );
}

/** The first place claimed for the standard at hand, so that something to read is there at once. */
function firstOpen(view: ReviewView, standard: string): Open | null {
  const [claim] = view.claims[standard] ?? [];
  if (claim !== undefined) return claim;
  const [source] = view.sources;
  return source === undefined ? null : { source: source.source, place: null };
}
