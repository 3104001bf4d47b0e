import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';

import { client, trpc } from './server.ts';
import { useKeptText } from './useKeptText.ts';
import type { KeptText } from './useKeptText.ts';

const wait = 600;

/** Names this browser among a person's devices; forgotten with everything else that is kept in it. */
function thisDevice(): string {
  const key = 'assay.device';
  try {
    const known = localStorage.getItem(key);
    if (known !== null) return known;
    const fresh = crypto.randomUUID();
    localStorage.setItem(key, fresh);
    return fresh;
  } catch {
    return 'unnamed';
  }
}

export type DraftState =
  | { readonly phase: 'idle' }
  | { readonly phase: 'saving' }
  | { readonly phase: 'saved'; readonly at: Date }
  /** The server did not take it; it is on this device all the same. */
  | { readonly phase: 'here' };

/** What the same person typed at the same place on another device. */
export interface Elsewhere {
  readonly text: string;
  readonly savedAt: string;
}

export interface DraftText extends KeptText {
  readonly state: DraftState;
  readonly elsewhere: Elsewhere | null;
}

/**
 * `useKeptText` that is kept on the server too, half a second after the last key, for its writer alone: a lost device
 * loses nothing. `place` names record and field, such as `marking/<id>/1/LLD.S1`; a field that changes its place is
 * given a key of its own.
 */
export function useDraft(place: string, version: number): DraftText {
  const kept = useKeptText(place);
  const [state, setState] = useState<DraftState>({ phase: 'idle' });
  const [device] = useState(thisDevice);
  const [taken, setTaken] = useState<string | null>(null);
  const waiting = useRef<{ readonly timer: number; readonly text: string } | null>(null);
  const { data: found = [], isSuccess } = useQuery(trpc.draft.list.queryOptions({ place }, { staleTime: Infinity }));

  const save = useCallback(
    async (text: string) => {
      waiting.current = null;
      setState({ phase: 'saving' });
      try {
        await client.draft.save.mutate({ device, place, text, version });
        setState({ phase: 'saved', at: new Date() });
      } catch {
        setState({ phase: 'here' });
      }
    },
    [device, place, version],
  );

  const set = useCallback(
    (text: string) => {
      kept.set(text);
      if (waiting.current !== null) clearTimeout(waiting.current.timer);
      waiting.current = { timer: window.setTimeout(() => void save(text), wait), text };
    },
    [kept, save],
  );

  // Whoever leaves the field in the middle of a sentence takes nothing with them.
  const latest = useRef(save);
  useEffect(() => {
    latest.current = save;
  }, [save]);
  useEffect(
    () => () => {
      const left = waiting.current;
      if (left === null) return;
      clearTimeout(left.timer);
      void latest.current(left.text);
    },
    [],
  );

  const forget = useCallback(() => {
    if (waiting.current !== null) clearTimeout(waiting.current.timer);
    waiting.current = null;
    setState({ phase: 'idle' });
    setTaken('');
    // A draft that stays behind is offered once more, and no harm done.
    void client.draft.drop.mutate({ place }).catch(() => {});
  }, [place]);
  const acknowledged = useCallback(
    (sent: string) => {
      kept.acknowledged(sent);
      forget();
    },
    [kept, forget],
  );
  const discard = useCallback(() => {
    kept.discard();
    forget();
  }, [kept, forget]);

  const [newest] = found;
  const offered = isSuccess && newest !== undefined && newest.text !== kept.text && taken === null && kept.text === '';
  return { ...kept, set, acknowledged, discard, state, elsewhere: offered ? newest : null };
}
