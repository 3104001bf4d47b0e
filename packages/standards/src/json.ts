import { BrokenFile } from './broken-file.ts';

type Mark = { readonly is: string; readonly at: number };

const space = /[ \t\n\r]*/y;
const token =
  /([{}[\],:])|("(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null/uy;

/**
 * The position at which a text stops being JSON. JSON.parse tells a position for some faults only,
 * and an editor of a file of a thousand lines needs a line for each of them.
 */
const faultIn = (text: string): number => {
  let at = 0;
  const next = (): Mark => {
    space.lastIndex = at;
    space.exec(text);
    const start = space.lastIndex;
    token.lastIndex = start;
    const found = token.exec(text);
    if (!found) return { is: 'fault', at: start };
    at = token.lastIndex;
    return { is: found[1] ?? (found[2] === undefined ? 'literal' : 'string'), at: start };
  };
  /** Walks the value that begins with `first`; answers the first mark that does not fit, if any. */
  const walk = (first: Mark): Mark | null => {
    if (first.is === 'string' || first.is === 'literal') return null;
    if (first.is !== '{' && first.is !== '[') return first;
    const close = first.is === '{' ? '}' : ']';
    let mark = next();
    if (mark.is === close) return null;
    for (;;) {
      if (close === '}') {
        if (mark.is !== 'string') return mark;
        const colon = next();
        if (colon.is !== ':') return colon;
        mark = next();
      }
      const inside = walk(mark);
      if (inside) return inside;
      const after = next();
      if (after.is === close) return null;
      if (after.is !== ',') return after;
      mark = next();
    }
  };
  return (walk(next()) ?? next()).at;
};

/**
 * The value that a JSON text holds.
 * @throws BrokenFile naming the line, if the text is not JSON.
 */
export const parseJson = (text: string, fileName: string): unknown => {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    // The fault shows at the mark after it; the slip itself is most often at the end of what went before.
    const line = text.slice(0, faultIn(text)).split('\n').length;
    throw new BrokenFile(fileName, {
      field: `line ${line}`,
      problem: 'is not valid JSON',
      remedy: 'correct the comma, bracket or quotation mark there or at the end of the line before',
    });
  }
};
