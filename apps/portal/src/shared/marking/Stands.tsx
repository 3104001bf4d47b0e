import type { Scheme } from '@assay/standards';

import css from '../shared.module.css';
import { howItStands, ruleOf } from './apart.ts';
import type { Difference, Rest } from './apart.ts';
import classes from './marks.module.css';

/** What stands on record and how it came about, with its rule; nothing while it is open. */
export function Stands({ of, scheme }: { readonly of: Rest | Difference; readonly scheme: Scheme }) {
  const says = howItStands(of, scheme);
  const rule = ruleOf(of.how);
  if (says === null) return null;
  return (
    <p className={classes['stands']}>
      <span>{says}</span>
      {rule !== null && <span className={css['rule']}>Rule {rule}</span>}
    </p>
  );
}
