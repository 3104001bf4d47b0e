import { useCallback, useState } from 'react';
import { readDraft, type Draft } from './draft.ts';

/** One entry per standard, so that two tabs on one review do not write over each other's text. */
const keyOf = (review: string, standard: string) => `assay.judgement.${review}.${standard}`;

function keptDrafts(review: string): Record<string, Draft> {
  const prefix = keyOf(review, '');
  const kept: [string, Draft][] = [];
  for (let index = 0; index < localStorage.length; index += 1) {
    const key = localStorage.key(index);
    if (key === null || !key.startsWith(prefix)) continue;
    const draft = readDraft(localStorage.getItem(key) ?? '');
    if (draft !== null) kept.push([key.slice(prefix.length), draft]);
  }
  return Object.fromEntries(kept);
}

export interface Drafts {
  readonly drafts: Readonly<Record<string, Draft>>;
  readonly keep: (standard: string, draft: Draft) => void;
  /** The assessor threw it away. */
  readonly drop: (standard: string) => void;
  /** The server has what was sent; what was typed since then stays. */
  readonly settle: (standard: string, sent: Draft) => void;
}

/** What is typed and ticked but not saved, by standard; it outlives a reload and a change of standard. */
export function useDrafts(review: string): Drafts {
  const [drafts, setDrafts] = useState(() => keptDrafts(review));
  const keep = useCallback(
    (standard: string, draft: Draft) => {
      setDrafts((before) => ({ ...before, [standard]: draft }));
      try {
        localStorage.setItem(keyOf(review, standard), JSON.stringify(draft));
      } catch {
        // A full or forbidden store costs the safety net, not the work: the draft is still on the screen.
      }
    },
    [review],
  );
  const drop = useCallback(
    (standard: string) => {
      setDrafts(({ [standard]: _dropped, ...others }) => others);
      localStorage.removeItem(keyOf(review, standard));
    },
    [review],
  );
  const settle = useCallback(
    (standard: string, sent: Draft) => {
      const kept = localStorage.getItem(keyOf(review, standard));
      if (kept === null || kept === JSON.stringify(sent)) drop(standard);
    },
    [review, drop],
  );
  return { drafts, keep, drop, settle };
}
