/** How many words make a shingle. Five in a row are rarely the same by chance; four often are. */
export const shingleWords = 5;

/** A word of a text in the form in which it is compared, and where it stands: from `start` up to, not including, `end`. */
export type Word = { readonly form: string; readonly start: number; readonly end: number };

/**
 * The words of a text as they are compared: runs of letters and figures, with the accents and ligatures that one
 * program writes and another does not made the same, in small letters. Punctuation and layout do not count.
 */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const { 0: run, index } of text.matchAll(/[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{N}\p{M}]+)*/gu)) {
    const form = run
      .normalize('NFKD')
      .toLowerCase()
      .replaceAll(/[\p{M}'’]/gu, '');
    if (form !== '') words.push({ form, start: index, end: index + run.length });
  }
  return words;
}

/** The shingle that begins at each word but the last four, as one text each; empty for a text of fewer than five words. */
export function shinglesOf(words: readonly Word[]): string[] {
  return Array.from({ length: Math.max(0, words.length - shingleWords + 1) }, (_, at) =>
    words
      .slice(at, at + shingleWords)
      .map(({ form }) => form)
      .join(' '),
  );
}
