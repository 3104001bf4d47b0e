import { between, pick } from '../seeded.ts';

/** Text with choices in it, resolved: `[one|another]` picks one, `{12-18}` a number of that range. The key decides. */
export function vary(key: string, text: string): string {
  let count = 0;
  return text.replace(/\[([^\]]+)\]|\{(\d+)-(\d+)\}/g, (_all, choices?: string, least?: string, most?: string) => {
    const here = `${key}/${count++}`;
    if (choices !== undefined) return pick(here, choices.split('|'));
    return String(between(here, Number(least), Number(most)));
  });
}
