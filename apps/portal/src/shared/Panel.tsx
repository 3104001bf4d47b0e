import type { ReactNode } from 'react';

import css from './shared.module.css';

/** A quiet box. With a title it is a section that a screen reader can jump to. */
export function Panel({ title, id, children }: { title?: string; id?: string; children: ReactNode }) {
  if (title === undefined) return <div className={css['panel']}>{children}</div>;
  const titleId = `${id ?? title.toLowerCase().replaceAll(/[^a-z]+/g, '-')}-title`;
  return (
    <section className={css['panel']} aria-labelledby={titleId} id={id}>
      <h2 id={titleId} style={{ margin: '0 0 0.75rem', fontSize: '1.125rem', fontWeight: 650 }}>
        {title}
      </h2>
      {children}
    </section>
  );
}
