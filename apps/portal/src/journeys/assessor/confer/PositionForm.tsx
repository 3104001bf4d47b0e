import { Button, Group, Radio, Stack, Text, Textarea } from '@mantine/core';
import type { RefObject } from 'react';

import { formatInstant } from '../../../shared/formatting.ts';
import { valueWords } from '../../../shared/marking/apart.ts';
import type { Wording } from '../../../shared/marking/wording.ts';
import { Note } from '../../../shared/Note.tsx';
import classes from './confer.module.css';
import { DraftSaved } from './DraftSaved.tsx';
import { Meanwhile } from './Meanwhile.tsx';
import { saidIn } from './said.ts';
import type { Mark } from './standing.ts';
import type { ComingPosition } from './usePosition.ts';

interface Props {
  readonly position: ComingPosition;
  readonly mine: Mark | null;
  readonly theirs: Mark | null;
  readonly wording: Wording;
  readonly reason: RefObject<HTMLTextAreaElement | null>;
  readonly onLeaveReason: () => void;
}

/** Where the reader comes to stand on one point, and why. */
export function PositionForm({ position, mine, theirs, wording: { scheme }, reason, onLeaveReason }: Props) {
  const { draft, said, typing, choices, change, meanwhile, answer } = position;
  const goOn = () => {
    answer();
    reason.current?.focus();
  };
  return (
    <Stack gap="sm" className={classes['form'] ?? ''}>
      {meanwhile !== null && theirs !== null && (
        <Meanwhile
          said={meanwhile}
          by={theirs.assessorName}
          draft={said}
          scheme={scheme}
          onKeep={goOn}
          onTake={() => {
            change({ ...said, value: meanwhile.value });
            goOn();
          }}
        />
      )}
      {draft.elsewhere !== null && (
        <Note title={`You began to write here on ${formatInstant(draft.elsewhere.savedAt)}`}>
          <Text size="sm">{saidIn(draft.elsewhere.text).reason}</Text>
          <Button size="xs" variant="default" mt="xs" onClick={() => draft.set(draft.elsewhere?.text ?? '')}>
            Go on with it
          </Button>
        </Note>
      )}
      <Radio.Group
        label={mine?.position == null ? 'Where you stand now' : 'Where you stand now, if you have changed your mind'}
        description={
          typeof choices[0] === 'number' ? 'From the lower of the two marks to the higher (MAR-8).' : undefined
        }
        value={said.value === null ? null : String(said.value)}
        onChange={(chosen) => change({ ...said, value: choices.find((one) => String(one) === chosen) ?? null })}
      >
        <Group mt={6} gap="md">
          {choices.map((value) => (
            <Radio key={String(value)} value={String(value)} label={valueWords(value, scheme)} />
          ))}
        </Group>
      </Radio.Group>
      <Textarea
        ref={reason}
        label="Reason"
        description="What the two readings have brought you to. It stays on record beside your mark."
        autosize
        minRows={3}
        maxRows={12}
        value={said.reason}
        onChange={(event) => change({ ...said, reason: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onLeaveReason();
        }}
      />
      <Group gap="sm">
        <DraftSaved state={draft.state} restored={draft.restored} />
        {typing && (
          <Button size="compact-sm" variant="subtle" onClick={draft.discard}>
            Discard what I typed
          </Button>
        )}
      </Group>
    </Stack>
  );
}
