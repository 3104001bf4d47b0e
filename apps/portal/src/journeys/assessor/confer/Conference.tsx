import { Button, VisuallyHidden } from '@mantine/core';
import { IconKeyboard } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';

import { valueWords } from '../../../shared/marking/apart.ts';
import type { Difference, Value } from '../../../shared/marking/apart.ts';
import { EvidencePane } from '../../../shared/marking/EvidencePane.tsx';
import type { Open } from '../../../shared/marking/EvidencePane.tsx';
import { RestOfMarks } from '../../../shared/marking/RestOfMarks.tsx';
import { SideBySide } from '../../../shared/marking/SideBySide.tsx';
import type { Side } from '../../../shared/marking/SideBySide.tsx';
import { sourceName } from '../../../shared/marking/sources.ts';
import type { ReviewView } from '../../../shared/marking/view.ts';
import type { Wording } from '../../../shared/marking/wording.ts';
import type { MarkingView } from '../../../shared/server.ts';
import { neighbour } from '../workspace/order.ts';
import { ShortcutHelp } from '../workspace/ShortcutHelp.tsx';
import type { Shortcut } from '../workspace/ShortcutHelp.tsx';
import { useLettersOn } from '../workspace/useShortcuts.ts';
import classes from './confer.module.css';
import { PlaceAtHand } from './PlaceAtHand.tsx';
import { Points } from './Points.tsx';
import { nextToSay, sidesOf } from './standing.ts';
import { ThirdMarker } from './ThirdMarker.tsx';

const shortcuts: readonly Shortcut[] = [
  [['Ctrl', 'Enter'], 'Say where you stand and go on; works while you type, too'],
  [['0', '–', '4'], 'Choose the score; for a gate, 1 is met and 0 is not met'],
  [['J'], 'Next point on which you lie apart'],
  [['K'], 'Point before'],
  [['O'], 'Open the next source that either mark rests on'],
  [['R'], 'Write the reason'],
  [['Esc'], 'Leave the reason, so that the letters work again'],
  [['?'], 'This help'],
];

interface Props {
  readonly view: MarkingView;
  readonly own: string;
  readonly review: ReviewView;
  readonly wording: Wording;
  readonly place: string;
  readonly onPlace: (place: string) => void;
}

/** Two markers come to stand on the same scores, point by point, with the evidence beside. */
export function Conference({ view, own, review, wording, place, onPlace }: Props) {
  const { differences } = view;
  const difference = differences.find((one) => one.place === place) ?? differences[0];
  const [open, setOpen] = useState<Open | null>(() => firstRead(review, difference));
  const [side, setSide] = useState<Side>('decisions');
  const [help, setHelp] = useState(false);
  const [lettersOn, setLettersOn] = useLettersOn();
  const [told, setTold] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  const arriving = useRef<string | null>(null);
  useEffect(() => {
    if (arriving.current !== place) return;
    arriving.current = null;
    heading.current?.focus();
  }, [place]);
  if (difference === undefined) return null;

  const go = (to: string | null) => {
    if (to === null || to === place) return;
    arriving.current = to;
    setOpen(
      firstRead(
        review,
        differences.find((one) => one.place === to),
      ),
    );
    onPlace(to);
  };
  const read = (source: string) => {
    setOpen(placeIn(review, difference.place, source));
    setSide('evidence');
  };
  const openNext = () => {
    const sources = [...new Set(difference.marks.flatMap(({ evidence }) => evidence))];
    const next = sources[(sources.indexOf(open?.source ?? '') + 1) % sources.length];
    if (next !== undefined) read(next);
  };
  const said = (value: Value) => {
    const { theirs } = sidesOf(difference, own);
    const stands = valueWords(value, wording.scheme);
    const next = nextToSay(differences, difference.place, own);
    const came =
      theirs?.position?.value === value
        ? `${difference.place} is agreed: ${stands}.`
        : `${difference.place}: you stand on ${stands}.`;
    setTold(next === null ? `${came} There is nothing more for you to say now.` : `${came} Next is ${next}.`);
    go(next);
    if (next === null) heading.current?.focus();
  };
  const places = differences.map((one) => one.place);
  const keys = {
    j: () => go(neighbour(places, difference.place, 1)),
    k: () => go(neighbour(places, difference.place, -1)),
    o: openNext,
    '?': () => setHelp(true),
  };

  return (
    <>
      <SideBySide
        side={side}
        onSide={setSide}
        labels={{
          evidence: open === null ? 'Evidence' : `Evidence: ${sourceName(open.source)}`,
          decisions: `Confer: ${difference.place}`,
        }}
        evidence={<EvidencePane view={review} standard={difference.place} open={open} onOpen={setOpen} />}
        decisions={
          <PlaceAtHand
            key={difference.place}
            view={view}
            own={own}
            wording={wording}
            difference={difference}
            told={told}
            lettersOn={lettersOn && !help}
            keys={keys}
            heading={heading}
            top={
              <div className={classes['top']}>
                <Points
                  differences={differences}
                  own={own}
                  wording={wording}
                  current={difference.place}
                  onPoint={(to) => {
                    setTold('');
                    go(to);
                  }}
                />
                <Button
                  size="compact-sm"
                  variant="subtle"
                  visibleFrom="md"
                  leftSection={<IconKeyboard size={16} aria-hidden />}
                  onClick={() => setHelp(true)}
                >
                  Keys<VisuallyHidden>: conferring by keyboard</VisuallyHidden>
                </Button>
              </div>
            }
            beneath={
              <div className={classes['beneath']}>
                <RestOfMarks
                  marking={view.marking}
                  wording={wording}
                  own={own}
                  many={wording.standards.length + wording.gates.length - differences.length}
                  onOpen={read}
                />
                <ThirdMarker view={view} />
              </div>
            }
            onOpen={read}
            onTold={setTold}
            onSaid={said}
            onLeaveReason={() => heading.current?.focus()}
          />
        }
      />
      <ShortcutHelp
        title="Conferring by keyboard"
        shortcuts={shortcuts}
        opened={help}
        lettersOn={lettersOn}
        onLetters={setLettersOn}
        onClose={() => setHelp(false)}
      />
    </>
  );
}

/** What either mark rests on first, so that something to read is there at once. */
function firstRead(review: ReviewView, difference: Difference | undefined): Open | null {
  const [source] = difference?.marks.flatMap(({ evidence }) => evidence) ?? [];
  return difference === undefined || source === undefined ? null : placeIn(review, difference.place, source);
}

/** A source at the place that the candidate names for a standard. */
function placeIn({ claims }: ReviewView, standard: string, source: string): Open {
  return { source, place: (claims[standard] ?? []).find((one) => one.source === source)?.place ?? null };
}
