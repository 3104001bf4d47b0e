import type { Component } from '@assay/standards';
import { Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';

import { today } from '../../shared/formatting.ts';
import { isMethod, methods } from './words.ts';
import type { Method } from './words.ts';

export type Description = {
  readonly title: string;
  readonly component: string;
  readonly method: Method;
  readonly dated: string;
};

type Props = {
  readonly components: readonly Component[];
  readonly start: {
    readonly title: string;
    readonly component: string | null;
    readonly method: Method;
    readonly dated: string;
  };
  readonly button: string;
  readonly cancel: string;
  readonly saving: boolean;
  readonly onSend: (described: Description) => void;
  readonly onCancel: () => void;
  readonly children?: ReactNode;
};

/** What an item is: title, component, method, and the day it dates from. */
export function DescriptionForm({ components, start, button, cancel, saving, onSend, onCancel, children }: Props) {
  const [title, setTitle] = useState(start.title);
  const [component, setComponent] = useState(start.component ?? '');
  const [method, setMethod] = useState<Method>(start.method);
  const [dated, setDated] = useState(start.dated);
  const send = (event: FormEvent) => {
    event.preventDefault();
    onSend({ title, component, method, dated });
  };
  return (
    <form onSubmit={send}>
      <Stack gap="sm">
        <TextInput
          label="Title"
          required
          withAsterisk={false}
          maxLength={300}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <Group grow align="start" preventGrowOverflow={false} gap="sm">
          <NativeSelect
            label="Component"
            required
            withAsterisk={false}
            miw="14rem"
            value={component}
            onChange={(event) => setComponent(event.currentTarget.value)}
            data={[
              { value: '', label: 'Choose a component', disabled: true },
              ...components.map(({ id, title: name }) => ({ value: id, label: `${id} · ${name}` })),
            ]}
          />
          <NativeSelect
            label="Kind of evidence"
            miw="12rem"
            value={method}
            onChange={(event) => {
              const { value } = event.currentTarget;
              if (isMethod(value)) setMethod(value);
            }}
            data={methods}
          />
          <TextInput
            label="Dated"
            type="date"
            required
            withAsterisk={false}
            miw="10rem"
            max={today()}
            value={dated}
            onChange={(event) => setDated(event.currentTarget.value)}
          />
        </Group>
        {children}
        <Group gap="sm">
          <Button type="submit" loading={saving}>
            {button}
          </Button>
          <Button variant="subtle" onClick={onCancel}>
            {cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
