import type { ReactNode } from 'react';

import css from './shared.module.css';

/** Where nothing is there yet: what this place is for, and what to do next. */
export function EmptyState({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className={css['empty']}>
      <div className={css['emptyIn']}>
        <p style={{ margin: 0, fontWeight: 650, fontSize: '1.0625rem' }}>{title}</p>
        {children !== undefined && <div style={{ margin: '0.35rem 0 0' }}>{children}</div>}
        {action !== undefined && <div style={{ marginTop: '1rem' }}>{action}</div>}
      </div>
    </div>
  );
}
