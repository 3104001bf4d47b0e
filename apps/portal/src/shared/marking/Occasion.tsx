import { Text } from '@mantine/core';

import { formatDay } from '../formatting.ts';
import classes from './evidence.module.css';

interface Props {
  readonly record: { readonly on: string; readonly account: string; readonly minutes?: number } | null;
}

/** The assessor's own record of the visit or the discussion, as evidence to read. */
export function Occasion({ record }: Props) {
  if (record === null) return <Text size="sm">Not recorded yet.</Text>;
  return (
    <div className={classes['occasion']}>
      <Text size="sm" c="dimmed">
        {formatDay(record.on)}
        {record.minutes !== undefined && `, ${record.minutes} minutes`}
      </Text>
      <p>{record.account}</p>
    </div>
  );
}
