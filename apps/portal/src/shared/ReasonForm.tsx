import { Group, Stack, Textarea } from '@mantine/core';
import type { ReactNode } from 'react';

import { CommandProblem, SavedState } from './CommandOutcome.tsx';
import type { Refusal } from './problems.ts';
import { RuledButton } from './RuledButton.tsx';
import type { Command } from './useCommand.ts';
import { useKeptText } from './useKeptText.ts';

type Props<Input, Answer> = {
  /** Names the text on this device, such as `award.<id>.hold`; it is kept until the server has it. */
  readonly keptAs: string;
  readonly label: string;
  readonly description?: ReactNode;
  readonly button: string;
  readonly colour?: string;
  /** The rule that asks for the text; without one, the text may stay empty. */
  readonly rule: Refusal | null;
  readonly noun?: string;
  readonly command: Command<Input, Answer>;
  readonly input: (text: string, commandId: string) => Input;
  readonly onDone?: () => void;
  readonly aside?: ReactNode;
};

/** One decision with its reason: the form behind decline, return, hold, waive, uphold and their like. */
export function ReasonForm<Input, Answer>(props: Props<Input, Answer>) {
  const { keptAs, label, description, button, colour, rule, noun, command, input, onDone, aside } = props;
  const kept = useKeptText(keptAs);
  const text = kept.text.trim();
  const send = async () => {
    const sent = kept.text;
    if ((await command.send((commandId) => input(text, commandId))) === null) return;
    kept.acknowledged(sent);
    onDone?.();
  };
  return (
    <Stack gap="sm">
      <Textarea
        label={label}
        description={description}
        autosize
        minRows={2}
        maxRows={12}
        value={kept.text}
        onChange={(event) => kept.set(event.currentTarget.value)}
      />
      <CommandProblem command={command} {...(noun !== undefined && { noun })} />
      <Group gap="sm">
        <RuledButton
          {...(colour !== undefined && { color: colour })}
          because={rule !== null && text === '' ? [rule] : []}
          loading={command.saving}
          onClick={() => void send()}
        >
          {button}
        </RuledButton>
        {aside}
        <SavedState command={command} />
      </Group>
    </Stack>
  );
}
