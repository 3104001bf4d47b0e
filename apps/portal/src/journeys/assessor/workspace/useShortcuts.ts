import { useLocalStorage } from '@mantine/hooks';
import { useEffect, useRef } from 'react';

const textFields = 'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true]';

/** Single letters must be possible to switch off (WCAG 2.1.4); the choice is kept on this machine. */
export function useLettersOn() {
  return useLocalStorage({ key: 'assay.letters', defaultValue: true, getInitialValueInEffect: false });
}

/** Keys by their name, such as "j" or "?"; they rest while a text field has the focus or a dialog is open. */
export function useLetters(keys: Readonly<Record<string, () => void>>, on: boolean) {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    if (!on) return;
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || event.repeat) return;
      if (event.target instanceof Element && event.target.closest(`${textFields}, [role=dialog]`) !== null) return;
      const act = latest.current[event.key];
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [on]);
}

/** Ctrl+Enter (or Command+Enter), from anywhere on the page, text fields included. */
export function useSaveKey(save: () => void) {
  const latest = useRef(save);
  useEffect(() => {
    latest.current = save;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return;
      if (event.target instanceof Element && event.target.closest('[role=dialog]') !== null) return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}
