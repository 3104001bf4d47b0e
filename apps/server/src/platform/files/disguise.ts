import { createReadStream } from 'node:fs';
import { imageEnds } from './imageEnd.ts';
import { peeking, type Peek } from './peek.ts';
import type { FileType } from './types.ts';

/** A ZIP file's end record is 22 bytes and a comment of at most 65,535; a reader looks for it from the end. */
const longestEnd = 22 + 65_535;
/** A PDF reader looks for the end mark in the last kilobyte; some programs leave blanks behind it. */
const pdfTail = 2048;
/** No browser looks further to guess a type. */
const guessed = 4096;
const page = /<(!doctype html|html|head|body|script|svg|iframe|\?php)\b/i;

/**
 * What a file is besides the type it was found to be, as the end of the sentence "The file …"; null when it is
 * that type alone. One file that two programs read as two things passes the check of one and acts in the other.
 */
export function disguiseOf(path: string, type: FileType): Promise<string | null> {
  return peeking(path, async (peek) => {
    if (await endsAsArchive(peek)) return 'can be opened as a ZIP archive too';
    if (type === 'application/pdf') {
      if (page.test((await peek.bytes(0, guessed)).toString('latin1'))) return 'begins as a PDF and as a web page';
      const tail = (await peek.bytes(Math.max(0, peek.size - pdfTail), pdfTail)).toString('latin1');
      return tail.includes('%%EOF') ? null : 'is a PDF that is cut short or has something else behind it';
    }
    if (type === 'image/png' || type === 'image/webp' || type === 'image/gif') {
      const end = await imageEnds[type](peek);
      if (end === null) return 'is a picture that is cut short or broken';
      if (end < peek.size) return 'is a picture with something else behind it';
    }
    if (type.startsWith('image/') && (await holdsPage(path))) return 'is a picture and a web page';
    return null;
  });
}

/** Whether an unpacking program, which reads from the end, would find an archive's directory. */
async function endsAsArchive(peek: Peek): Promise<boolean> {
  const from = Math.max(0, peek.size - longestEnd);
  // Twice, for a window is smaller than the longest end.
  for (const start of [from, Math.min(peek.size, from + 65_000)]) {
    const tail = Buffer.from(await peek.bytes(start, 65_536));
    for (let at = tail.indexOf('PK\x05\x06'); at !== -1; at = tail.indexOf('PK\x05\x06', at + 1)) {
      if (at + 22 > tail.length) break;
      const length = tail.readUInt32LE(at + 12);
      // So large archives say that their true length stands elsewhere.
      if (length === 0xffff_ffff) return true;
      const directory = await peek.bytes(Math.max(0, start + at - length), 4);
      if (directory.toString('latin1') === 'PK\x01\x02') return true;
    }
  }
  return false;
}

/** Whether a page's tags stand anywhere in the file, where no picture has them. */
async function holdsPage(path: string): Promise<boolean> {
  const tags = /<(!doctype html|html|script|\?php)[\s>]/i;
  let before = '';
  const stream = createReadStream(path, { encoding: 'latin1' });
  for await (const chunk of stream) {
    const text = before + String(chunk);
    if (tags.test(text)) return true;
    before = text.slice(-20);
  }
  return false;
}
