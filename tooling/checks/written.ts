import { readFileSync, writeFileSync } from 'node:fs';

/** A part of a text that is written from the code: what stands between two marker comments. */
export function withPart(text: string, name: string, writer: string, part: string): string | null {
  const [begin, end] = [`<!-- ${name}, written by tooling/checks/${writer} -->`, `<!-- end of ${name} -->`];
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from === -1 || to < from) return null;
  return `${text.slice(0, from)}${begin}\n${part}${text.slice(to)}`;
}

/** One file and the parts of it that are written from the code. */
export interface Written {
  /** As people speak of it, from the root. */
  readonly place: string;
  readonly file: string;
  readonly parts: readonly { readonly name: string; readonly part: string }[];
}

/**
 * Compares every file with what the code would write; with `--write` on the command line, writes it. Ends with status 1
 * and a sentence a file where one is out of date or has no markers.
 */
export function keep(writer: string, files: readonly Written[], well: string): void {
  const write = process.argv.includes('--write');
  const wrong: string[] = [];
  for (const { place, file, parts } of files) {
    const found = readFileSync(file, 'utf8');
    let wanted = found;
    for (const { name, part } of parts) {
      const next = withPart(wanted, name, writer, part);
      if (next === null) wrong.push(`${place} has no markers for ${name}.`);
      else wanted = next;
    }
    if (wanted === found) continue;
    if (write) writeFileSync(file, wanted);
    else wrong.push(`${place} is not what the code says: run node tooling/checks/${writer} --write.`);
  }
  if (wrong.length > 0) {
    process.stderr.write(`${wrong.join('\n')}\n`);
    process.exitCode = 1;
  } else process.stdout.write(`${well}\n`);
}
