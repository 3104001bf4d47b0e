import { useCallback, useState } from 'react';

const place = (key: string) => `assay.kept.${key}`;

/** Storage may be full or forbidden; then the text lives in the page only. */
const read = (key: string): string | null => {
  try {
    return localStorage.getItem(place(key));
  } catch {
    return null;
  }
};

const write = (key: string, text: string | null): void => {
  try {
    if (text === null) localStorage.removeItem(place(key));
    else localStorage.setItem(place(key), text);
  } catch {
    // see read()
  }
};

const found = (key: string) => {
  const text = read(key);
  return { key, text, restored: text !== null };
};

export type KeptText = {
  readonly text: string;
  readonly set: (text: string) => void;
  /** Call when the server has acknowledged this text: its kept copy goes, unless more was typed since. */
  readonly acknowledged: (sent: string) => void;
  /** Throws the typed text away and shows what the server has. */
  readonly discard: () => void;
  /** Whether the text was found on this device, typed earlier and never acknowledged. */
  readonly restored: boolean;
};

/**
 * A text field that survives a reload. The key names record and field, such as
 * `review.<id>.judge.LLD.S1`. What was typed wins over what the server has, until it is acknowledged
 * or discarded: a newer version from the server never takes typed words away.
 */
export const useKeptText = (key: string, fromServer = ''): KeptText => {
  const [typed, setTyped] = useState(() => found(key));
  const now = typed.key === key ? typed : found(key);
  // Another record in the same field: its own text, at once and without a frame of the wrong one.
  if (now !== typed) setTyped(now);

  const set = useCallback(
    (text: string) => {
      write(key, text);
      setTyped({ key, text, restored: false });
    },
    [key],
  );
  const acknowledged = useCallback(
    (sent: string) => {
      if (read(key) !== sent) return;
      write(key, null);
      setTyped((before) =>
        before.key === key && before.text === sent ? { key, text: null, restored: false } : before,
      );
    },
    [key],
  );
  const discard = useCallback(() => {
    write(key, null);
    setTyped({ key, text: null, restored: false });
  }, [key]);

  return {
    text: now.text ?? fromServer,
    set,
    acknowledged,
    discard,
    restored: now.restored && now.text !== fromServer,
  };
};
