import { Text, Title } from '@mantine/core';
import { IconFileSearch } from '@tabler/icons-react';

import { formatDay } from '../formatting.ts';
import { methodName, sourceName } from './sources.ts';
import type { Source } from './view.ts';
import classes from './evidence.module.css';

interface Props {
  readonly source: Source;
  readonly standard: string | null;
  readonly places: readonly string[];
  readonly onPlace: (place: string) => void;
}

export function SourceHead({ source, standard, places, onPlace }: Props) {
  const facts = [
    methodName(source.method),
    ...(source.component === null ? [] : [source.component]),
    ...(source.dated === null ? [] : [formatDay(source.dated)]),
  ];
  return (
    <div>
      <Title order={2} size="h4">
        {sourceName(source.source)}
        {source.title !== sourceName(source.source) && ` · ${source.title}`}
      </Title>
      <Text size="sm" c="dimmed">
        {facts.join(' · ')}
      </Text>
      {places.map((place, index) => (
        <button key={`${place}-${index}`} type="button" className={classes['place']} onClick={() => onPlace(place)}>
          <IconFileSearch size={14} aria-hidden />
          {standard}: {place === '' ? 'no place given' : place}
        </button>
      ))}
    </div>
  );
}
