import { Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { FormEvent } from 'react';

import { CommandProblem, SavedState } from '../../shared/CommandOutcome.tsx';
import { client } from '../../shared/server.ts';
import type { Item } from '../../shared/server.ts';
import { StatementText } from '../../shared/StatementText.tsx';
import { useCommand } from '../../shared/useCommand.ts';
import type { KnownFramework } from '../../shared/useFramework.ts';
import css from './evidence.module.css';

type Props = { readonly item: Item; readonly known: KnownFramework; readonly onClose: () => void };

/** From an item to statements: narrow by area or words, choose one, say where. It stays open for the next. */
export function ClaimForm({ item, known, onClose }: Props) {
  const { framework } = known;
  const [area, setArea] = useState('');
  const [find, setFind] = useState('');
  const [statement, setStatement] = useState('');
  const [place, setPlace] = useState('');
  const claim = useCommand(client.evidence.claim.mutate, {
    onSaved: () => {
      setStatement('');
      setPlace('');
    },
  });
  const claimed = new Set(item.claims.map((one) => one.statement));
  const wanted = find.trim().toLowerCase();
  const shown = framework.areas
    .filter(({ id }) => area === '' || id === area)
    .flatMap(({ statements }) => statements)
    .filter(({ code, text }) => !claimed.has(code) && `${code} ${text}`.toLowerCase().includes(wanted));

  const send = (event: FormEvent) => {
    event.preventDefault();
    void claim.send((commandId) => ({ commandId, item: item.item, seen: item.version, statement, place }));
  };

  return (
    <form onSubmit={send}>
      <Stack gap="sm">
        <Group grow align="end" gap="sm">
          <NativeSelect
            label={`Narrow by ${framework.labels.area.singular}`}
            value={area}
            onChange={(event) => setArea(event.currentTarget.value)}
            data={[
              { value: '', label: `All ${framework.labels.area.plural}` },
              ...framework.areas.map(({ id, title }) => ({ value: id, label: title })),
            ]}
          />
          <TextInput
            label="Search"
            type="search"
            value={find}
            onChange={(event) => setFind(event.currentTarget.value)}
          />
        </Group>
        <fieldset className={css['plainFieldset']}>
          <legend className={css['legend']}>Statement</legend>
          <div className={css['chooser']}>
            {shown.length === 0 && <p style={{ padding: '0 0.75rem' }}>No statement fits. Change the search.</p>}
            {shown.map((one) => (
              <label key={one.code} className={css['choice']}>
                <input
                  type="radio"
                  name="statement"
                  value={one.code}
                  required
                  checked={statement === one.code}
                  onChange={() => setStatement(one.code)}
                />
                <StatementText statement={{ code: one.code, text: one.text }} critical={known.isCritical(one.code)} />
              </label>
            ))}
          </div>
        </fieldset>
        <TextInput
          label="Where in the item it is shown"
          description="A page, a heading or a paragraph, so that the assessor finds it at once."
          required
          withAsterisk={false}
          maxLength={300}
          value={place}
          onChange={(event) => setPlace(event.currentTarget.value)}
        />
        <CommandProblem command={claim} noun="item" />
        <Group gap="sm">
          <Button type="submit" loading={claim.saving}>
            Claim
          </Button>
          <Button variant="subtle" onClick={onClose}>
            Done
          </Button>
          <SavedState command={claim} saved="Claimed" />
        </Group>
      </Stack>
    </form>
  );
}
