/** Where an input holds what no database keeps as it is: a NUL, or half of a character. */
export interface Unwritable {
  readonly path: string;
  readonly says: string;
}

/** The first text of an input that could not be kept exactly, its keys included; null for none. */
export function unwritableIn(input: unknown, path = ''): Unwritable | null {
  if (typeof input === 'string') {
    if (input.includes('\u0000')) return { path, says: 'holds a NUL character, which is no text; take it out.' };
    return input.isWellFormed() ? null : { path, says: 'holds half of a character; take it out or write it anew.' };
  }
  if (typeof input !== 'object' || input === null) return null;
  for (const [name, value] of Object.entries(input)) {
    const inside = path === '' ? name : `${path}.${name}`;
    const found = unwritableIn(name, path) ?? unwritableIn(value, inside);
    if (found !== null) return found;
  }
  return null;
}
