import { Button, Group, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { FormEvent } from 'react';

import { CommandProblem, SavedState } from '../../shared/CommandOutcome.tsx';
import { today } from '../../shared/formatting.ts';
import { Note } from '../../shared/Note.tsx';
import { client } from '../../shared/server.ts';
import type { Item } from '../../shared/server.ts';
import { useCommand } from '../../shared/useCommand.ts';
import { useKeptText } from '../../shared/useKeptText.ts';
import { useSeen } from '../../shared/useSeen.ts';
import css from './evidence.module.css';
import { NewerText } from './NewerText.tsx';
import type { Portfolio } from './usePortfolio.ts';
import { WordCount } from './WordCount.tsx';

type Props = {
  readonly portfolio: Portfolio;
  /** Null for a new account. */
  readonly item: Item | null;
  readonly text: string;
  readonly component: string;
};

/** A plain text editor that loses nothing: kept as typed, saved on request, both sides shown on a clash. */
export function AccountForm({ portfolio, item, text: stored, component: chosen }: Props) {
  const { view, components, items } = portfolio;
  const { submission } = view;
  const place = item?.item ?? `new.${submission}`;
  const text = useKeptText(`account.${place}.text`, stored);
  const title = useKeptText(`account.${place}.title`, item?.title ?? '');
  const [component, setComponent] = useState(chosen);
  const [dated, setDated] = useState(item?.dated ?? today());
  const typing = text.text !== stored || title.text !== (item?.title ?? '');
  const { seen, saw } = useSeen(item?.version ?? 0, typing);
  const navigate = useNavigate();

  const write = useCommand(client.evidence.write.mutate, {
    onSaved: (answer) => {
      saw(answer.version);
      if (item !== null) return;
      void navigate({
        to: '/candidate/$submission/evidence/$item',
        params: { submission, item: answer.item },
      });
    },
  });

  const save = async (event: FormEvent) => {
    event.preventDefault();
    const sent = { text: text.text, title: title.text };
    const answer = await write.send((commandId) => ({
      commandId,
      submission,
      item: item?.item ?? null,
      seen,
      component,
      dated,
      ...sent,
    }));
    if (answer === null) return;
    text.acknowledged(sent.text);
    title.acknowledged(sent.title);
  };

  // The text that editing began from; when the server's differs, somebody saved another one meanwhile.
  const [from, setFrom] = useState(stored);
  if (!typing && from !== stored) setFrom(stored);
  return (
    <form onSubmit={(event) => void save(event)} className={css['account']}>
      <Stack gap="md">
        {text.restored && (
          <Note tone="open" title="Text from this device">
            <p style={{ margin: '0.25rem 0 0.5rem' }}>You typed this earlier and it was not saved yet.</p>
            <Button
              size="xs"
              variant="default"
              onClick={() => {
                text.discard();
                title.discard();
              }}
            >
              Throw it away and show what is saved
            </Button>
          </Note>
        )}
        {item?.status === 'declared' && (
          <p className={css['small']}>After a change the item has to be declared again.</p>
        )}
        <TextInput
          label="Title"
          required
          withAsterisk={false}
          maxLength={300}
          value={title.text}
          onChange={(event) => title.set(event.currentTarget.value)}
        />
        <Group gap="md" align="start">
          <NativeSelect
            label="Component"
            required
            withAsterisk={false}
            miw="16rem"
            value={component}
            onChange={(event) => setComponent(event.currentTarget.value)}
            data={[
              { value: '', label: 'Choose a component', disabled: true },
              ...components.map(({ id, title: name }) => ({ value: id, label: `${id} · ${name}` })),
            ]}
          />
          <TextInput
            label="Dated"
            type="date"
            required
            withAsterisk={false}
            max={today()}
            value={dated}
            onChange={(event) => setDated(event.currentTarget.value)}
          />
        </Group>
        <Textarea
          label="Account"
          className={css['editor'] ?? ''}
          autosize
          minRows={16}
          maxRows={40}
          spellCheck
          value={text.text}
          onChange={(event) => text.set(event.currentTarget.value)}
        />
        <WordCount
          text={text.text}
          component={components.find(({ id }) => id === component)}
          others={items.filter((other) => other.item !== item?.item && other.component === component)}
        />
        <CommandProblem command={write} noun="account" onLoaded={saw} />
        {typing && from !== stored && <NewerText mine={text.text} theirs={stored} onTake={() => text.discard()} />}
        <Group gap="sm">
          <Button type="submit" loading={write.saving}>
            Save
          </Button>
          <SavedState command={write} />
        </Group>
      </Stack>
    </form>
  );
}
