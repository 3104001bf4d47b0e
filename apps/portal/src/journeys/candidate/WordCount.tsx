import type { Component } from '@assay/standards';

import { formatNumber } from '../../shared/formatting.ts';
import type { Item } from '../../shared/server.ts';
import { StatusBadge } from '../../shared/StatusBadge.tsx';
import css from './evidence.module.css';
import { wordsIn } from './words.ts';

type Props = {
  readonly text: string;
  readonly component: Component | undefined;
  /** The other items of the same component; their accounts count towards the same limit. */
  readonly others: readonly Item[];
};

/** How much is written, against the component's limit and what is read beyond it. */
export function WordCount({ text, component, others }: Props) {
  const here = wordsIn(text);
  const words = component?.words;
  if (!words) return <p className={css['count']}>{formatNumber(here)} words</p>;
  const elsewhere = others.reduce((sum, item) => sum + (item.method === 'text' ? (item.words ?? 0) : 0), 0);
  const all = here + elsewhere;
  const read = Math.floor(words.limit * (1 + words.tolerancePercent / 100));
  return (
    <div className={css['count']}>
      <span>
        {formatNumber(all)} of {formatNumber(words.limit)} words
        {elsewhere > 0 && ` (${formatNumber(here)} here, ${formatNumber(elsewhere)} in other accounts)`}
      </span>
      {all <= words.limit && <span>{formatNumber(words.limit - all)} left</span>}
      {all > words.limit && all <= read && (
        <StatusBadge tone="attention">{`Over the limit, still read: up to ${formatNumber(read)}`}</StatusBadge>
      )}
      {all > read && (
        <StatusBadge tone="bad">{`The last ${formatNumber(all - read)} words will not be read`}</StatusBadge>
      )}
    </div>
  );
}
