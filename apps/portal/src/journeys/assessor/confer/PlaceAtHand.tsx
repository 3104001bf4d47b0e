import { Button, Stack, Text } from '@mantine/core';
import { useRef } from 'react';
import type { ReactNode, Ref } from 'react';

import type { Difference, Value } from '../../../shared/marking/apart.ts';
import { Frame } from '../../../shared/marking/Frame.tsx';
import { Marks } from '../../../shared/marking/Marks.tsx';
import { PlaceTitle } from '../../../shared/marking/PlaceTitle.tsx';
import { Stands } from '../../../shared/marking/Stands.tsx';
import type { Wording } from '../../../shared/marking/wording.ts';
import { Note } from '../../../shared/Note.tsx';
import type { MarkingView } from '../../../shared/server.ts';
import { useLetters, useSaveKey } from '../workspace/useShortcuts.ts';
import classes from './confer.module.css';
import { PositionFoot } from './PositionFoot.tsx';
import { PositionForm } from './PositionForm.tsx';
import { sidesOf } from './standing.ts';
import { usePosition } from './usePosition.ts';

interface Props {
  readonly view: MarkingView;
  readonly own: string;
  readonly wording: Wording;
  readonly difference: Difference;
  readonly told: string;
  readonly lettersOn: boolean;
  /** The keys of the page around it. */
  readonly keys: Readonly<Record<string, () => void>>;
  readonly heading: Ref<HTMLHeadingElement>;
  readonly top: ReactNode;
  readonly beneath: ReactNode;
  readonly onOpen: (source: string) => void;
  readonly onTold: (says: string) => void;
  /** The position is in. */
  readonly onSaid: (value: Value) => void;
  readonly onLeaveReason: () => void;
}

/** One point: both marks with their reasons, where both stand now, and where the reader comes to stand. */
export function PlaceAtHand(props: Props) {
  const { view, own, wording, difference, told, lettersOn, keys, heading, top, beneath } = props;
  const { onOpen, onTold, onSaid, onLeaveReason } = props;
  const { place, open } = difference;
  const reason = useRef<HTMLTextAreaElement>(null);
  const position = usePosition({ view, own, difference, onTold, onSaid });
  const { choices, said, change, send, typing, draft } = position;
  const { mine, theirs } = sidesOf(difference, own);

  const digits = Object.fromEntries(choices.map((value) => [String(Number(value)), () => change({ ...said, value })]));
  useLetters({ ...keys, ...(open ? { ...digits, r: () => reason.current?.focus() } : {}) }, lettersOn);
  useSaveKey(() => void send());

  return (
    <Frame
      top={top}
      foot={
        open ? <PositionFoot position={position} theirs={theirs} wording={wording} told={told} /> : <Told says={told} />
      }
    >
      <section aria-labelledby="point-at-hand">
        <Stack gap="sm">
          <div>
            <h2 id="point-at-hand" ref={heading} tabIndex={-1} className={classes['heading']}>
              {place}
            </h2>
            <PlaceTitle of={difference} wording={wording} withCode={false} />
          </div>
          {!open && (
            <div className={classes['settled']}>
              <Stands of={difference} scheme={wording.scheme} />
            </div>
          )}
          {!open && typing && (
            <Note title="You were writing here when it was settled">
              <Text size="sm" style={{ whiteSpace: 'pre-line' }}>
                {said.reason}
              </Text>
              <Button size="xs" variant="default" mt="xs" onClick={draft.discard}>
                Throw it away
              </Button>
            </Note>
          )}
          <Marks marks={difference.marks} scheme={wording.scheme} own={own} onOpen={onOpen} />
          {open && (
            <PositionForm
              position={position}
              mine={mine}
              theirs={theirs}
              wording={wording}
              reason={reason}
              onLeaveReason={onLeaveReason}
            />
          )}
          {beneath}
        </Stack>
      </section>
    </Frame>
  );
}

const Told = ({ says }: { readonly says: string }) => <output className={classes['told']}>{says}</output>;
