import type { ReactNode } from 'react';

import css from './shared.module.css';

export type Tone = 'neutral' | 'open' | 'good' | 'attention' | 'bad';

const drawn: Record<Tone, ReactNode> = {
  neutral: <circle cx="6" cy="6" r="4.6" fill="none" stroke="currentColor" strokeWidth="1.6" strokeDasharray="2 1.6" />,
  open: (
    <>
      <circle cx="6" cy="6" r="4.6" fill="none" stroke="currentColor" strokeWidth="1.6" />
      <path d="M6 1.4a4.6 4.6 0 0 1 0 9.2Z" fill="currentColor" />
    </>
  ),
  good: (
    <>
      <circle cx="6" cy="6" r="5.6" fill="currentColor" />
      <path d="m3.4 6.2 1.8 1.8 3.4-3.8" fill="none" stroke="var(--note-soft, #fff)" strokeWidth="1.5" />
    </>
  ),
  attention: (
    <>
      <path d="M6 .8 11.6 11H.4Z" fill="currentColor" />
      <path d="M6 4.4v3M6 8.6v1.2" stroke="var(--note-soft, #fff)" strokeWidth="1.3" />
    </>
  ),
  bad: (
    <>
      <rect x=".6" y=".6" width="10.8" height="10.8" rx="1.5" fill="currentColor" />
      <path d="m3.6 3.6 4.8 4.8m0-4.8L3.6 8.4" stroke="var(--note-soft, #fff)" strokeWidth="1.5" />
    </>
  ),
};

/** The shape that goes with a tone; always beside a word, so it is hidden from screen readers. */
export function Shape({ tone }: { tone: Tone }) {
  return (
    <svg className={css['shape']} viewBox="0 0 12 12" aria-hidden="true">
      {drawn[tone]}
    </svg>
  );
}
