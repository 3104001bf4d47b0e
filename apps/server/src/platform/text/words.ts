/** Words as a person counts them: runs of anything but white space that hold a letter or a figure. */
export function wordsIn(text: string): number {
  return text.split(/\s+/).filter((run) => /[\p{L}\p{N}]/u.test(run)).length;
}
