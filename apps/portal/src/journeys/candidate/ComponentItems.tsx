import type { Component } from '@assay/standards';
import { Link } from '@tanstack/react-router';

import { counted, formatDay, formatNumber } from '../../shared/formatting.ts';
import type { Item } from '../../shared/server.ts';
import { StatusBadge } from '../../shared/StatusBadge.tsx';
import css from './evidence.module.css';
import type { Portfolio } from './usePortfolio.ts';
import { itemStates, methodName } from './words.ts';

type Props = { readonly component: Component; readonly items: readonly Item[]; readonly portfolio: Portfolio };

/** One component: what it asks for, and what is there. */
export function ComponentItems({ component, items, portfolio }: Props) {
  const { view, open } = portfolio;
  const { submission } = view;
  return (
    <section aria-labelledby={`component-${component.id}`}>
      <div className={css['componentHead']}>
        <h2 id={`component-${component.id}`} className={css['componentTitle']}>
          {component.id} · {component.title}
        </h2>
        <span className={css['small']}>{sizeOf(component, items)}</span>
      </div>
      {items.length === 0 ? (
        <p className={css['none']}>
          Nothing here yet.{' '}
          {open && (
            <Link
              to="/candidate/$submission/evidence/write"
              params={{ submission }}
              search={{ component: component.id }}
            >
              Write an account for {component.id}
            </Link>
          )}
        </p>
      ) : (
        <ul className={css['items']}>
          {items.map((item) => (
            <ItemLine key={item.item} item={item} submission={submission} />
          ))}
        </ul>
      )}
    </section>
  );
}

function ItemLine({ item, submission }: { item: Item; submission: string }) {
  const state = itemStates[item.status];
  return (
    <li className={css['item']}>
      <div>
        <Link
          to="/candidate/$submission/evidence/$item"
          params={{ submission, item: item.item }}
          className={css['itemTitle']}
        >
          {item.title}
        </Link>
        <p className={css['small']}>
          {methodName(item.method)}, {formatDay(item.dated)}
          {item.words !== null && `, ${counted(item.words, 'word', 'words')}`}
        </p>
      </div>
      <div className={css['itemEnd']}>
        <span className={css['small']}>{counted(item.claims.length, 'claim', 'claims')}</span>
        {state && <StatusBadge tone={state.tone}>{state.word}</StatusBadge>}
      </div>
    </li>
  );
}

/** "2,910 of 4,000 words, up to 12 documents". */
const sizeOf = (component: Component, items: readonly Item[]): string => {
  const written = items.reduce((sum, item) => sum + (item.method === 'text' ? (item.words ?? 0) : 0), 0);
  const parts = [
    component.words && `${formatNumber(written)} of ${formatNumber(component.words.limit)} words`,
    component.documentsAtMost !== undefined && `up to ${component.documentsAtMost} documents`,
    component.gate && 'must be met',
  ];
  return parts.filter((part) => typeof part === 'string').join(', ');
};
