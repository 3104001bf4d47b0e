import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';

import { coverageWords } from '../../shared/StatusBadge.tsx';
import type { KnownFramework } from '../../shared/useFramework.ts';
import css from './coverage.module.css';
import type { CoverageSearch } from './routes.tsx';

type Props = {
  readonly known: KnownFramework;
  readonly search: CoverageSearch;
  readonly onChange: (search: CoverageSearch) => void;
  readonly found: number;
  readonly all: number;
};

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** What narrows the table. Everything lives in the address, so the page can be linked and reloaded. */
export function CoverageFilter({ known, search, onChange, found, all }: Props) {
  const { framework } = known;
  const [typed, setTyped] = useState(search.find ?? '');
  const set = (name: keyof CoverageSearch, value: string) => {
    const { [name]: _gone, ...rest } = search;
    onChange(value === '' ? rest : { ...rest, [name]: value });
  };
  const find = useDebouncedCallback((value: string) => set('find', value), 200);
  return (
    <search className={css['filter']} aria-label="Narrow the table">
      <NativeSelect
        label={capital(framework.labels.area.singular)}
        value={search.area ?? ''}
        onChange={(event) => set('area', event.currentTarget.value)}
        data={[{ value: '', label: 'All' }, ...framework.areas.map(({ id, title }) => ({ value: id, label: title }))]}
      />
      <NativeSelect
        label="Kind"
        value={search.kind ?? ''}
        onChange={(event) => set('kind', event.currentTarget.value)}
        data={[
          { value: '', label: 'All' },
          ...framework.kinds.map(({ letter, title }) => ({ value: letter, label: title })),
        ]}
      />
      <NativeSelect
        label="State"
        value={search.state ?? ''}
        onChange={(event) => set('state', event.currentTarget.value)}
        data={[
          { value: '', label: 'All' },
          ...Object.entries(coverageWords).map(([value, label]) => ({ value, label })),
        ]}
      />
      <TextInput
        label="Search"
        type="search"
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          find(event.currentTarget.value);
        }}
      />
      <output className={css['found']}>
        {found === all ? `All ${all} statements` : `${found} of ${all} statements`}
      </output>
      {found !== all && (
        <Button
          variant="default"
          onClick={() => {
            setTyped('');
            onChange({});
          }}
        >
          Show all
        </Button>
      )}
    </search>
  );
}
