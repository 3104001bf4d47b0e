const longest = 180;

/**
 * A file's name as people may see it: without folders, without characters that
 * steer a terminal or turn the writing direction (with which "gpj.exe" can be
 * made to look like "exe.jpg"), and not longer than 180 characters. The ending is kept.
 */
export function plainName(name: string): string {
  const last = name.toWellFormed().split(/[/\\]/).at(-1) ?? '';
  const clean = last
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[. ]+/, '')
    .trim();
  if (clean === '') return 'unnamed';
  if (clean.length <= longest) return clean;
  const ending = endingOf(clean);
  const suffix = ending.length > 0 && ending.length < 10 ? `.${ending}` : '';
  return `${clean.slice(0, longest - suffix.length).toWellFormed()}${suffix}`;
}

/** What follows the last dot, in small letters; empty without a dot. */
export function endingOf(name: string): string {
  return /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
}
