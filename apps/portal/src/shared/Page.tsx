import { useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';

import css from './shared.module.css';

/** The address shown before; the first page of a visit is left to the browser. */
let before: string | null = null;

type Props = {
  readonly title: string;
  /** narrow for reading and forms, normal for lists, wide for work side by side. */
  readonly width?: 'narrow' | 'normal' | 'wide';
  /** A line or two under the heading. */
  readonly intro?: ReactNode;
  /** Stands above the heading, such as a link back. */
  readonly above?: ReactNode;
  /** Stands beside the heading: buttons, a status. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
};

/** Every page's frame: its one h1, the document's title, its width, and the focus after navigation. */
export function Page({ title, width = 'normal', intro, above, actions, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const path = useLocation({ select: ({ pathname }) => pathname });

  useEffect(() => {
    document.title = `${title} · Assay`;
  }, [title]);

  // With each page that appears, and where one page stays for another record.
  useEffect(() => {
    if (before !== null) heading.current?.focus({ preventScroll: true });
    before = path;
  }, [path]);

  return (
    <div className={`${css['page']} ${css[width]}`}>
      {above}
      <div className={css['pageHead']}>
        <div>
          <h1 ref={heading} tabIndex={-1} style={{ margin: 0, fontSize: '1.75rem', lineHeight: 1.2, fontWeight: 650 }}>
            {title}
          </h1>
          {intro !== undefined && <div className={css['pageIntro']}>{intro}</div>}
        </div>
        {actions !== undefined && <div>{actions}</div>}
      </div>
      {children}
    </div>
  );
}
