import { shingleWords, type Word } from './shingles.ts';

/**
 * The passages of a text that another text shares: every word that is in a shared shingle, in runs, as the text itself
 * writes them, the longest first.
 *
 * @param words and @param shingles of this text, as `wordsOf` and `shinglesOf` answer them.
 * @param shared the shingles of the other text.
 */
export function sharedPassages(
  text: string,
  words: readonly Word[],
  shingles: readonly string[],
  shared: ReadonlySet<string>,
): string[] {
  const runs: { from: number; to: number }[] = [];
  for (const [at, shingle] of shingles.entries()) {
    if (!shared.has(shingle)) continue;
    const last = runs.at(-1);
    if (last !== undefined && at <= last.to) last.to = at + shingleWords;
    else runs.push({ from: at, to: at + shingleWords });
  }
  return runs
    .toSorted((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from)
    .map(({ from, to }) => text.slice(words[from]?.start, words[to - 1]?.end));
}
