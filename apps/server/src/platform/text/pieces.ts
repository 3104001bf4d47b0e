import { createReadStream } from 'node:fs';
import type { TextType } from './types.ts';

/** A document's text piece by piece, each a page or a part that ends between two words or anywhere at all. */
type Pieces = (path: string) => AsyncIterable<string>;

const piecesOfText: Pieces = (path) => createReadStream(path, { encoding: 'utf8' });

/**
 * How to read the text of each kind of file that has one. Only for a process of its own: what reads is large, and it
 * reads what strangers wrote. Each is loaded when a file of its kind comes.
 */
export const readers: Readonly<Record<TextType, Pieces>> = {
  'application/pdf': async function* (path) {
    const { piecesOfPdf } = await import('./pdf.ts');
    yield* piecesOfPdf(path);
  },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': async function* (path) {
    const { piecesOfWord } = await import('./word.ts');
    yield* piecesOfWord(path);
  },
  'text/plain': piecesOfText,
  'text/markdown': piecesOfText,
};
