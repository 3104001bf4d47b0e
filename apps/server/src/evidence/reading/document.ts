import { bandKeys } from '../likeness/bands.ts';
import { signatureOf } from '../likeness/minhash.ts';
import { shinglesOf, wordsOf } from '../likeness/shingles.ts';
import type { Writing } from '../../database.ts';

/** What was read of a content. `text` is at most `keptCharacters` long, `signature` 128 unsigned 32-bit integers. */
export type DocumentText = {
  readonly status: 'read' | 'cut' | 'none' | 'unreadable';
  readonly words: number | null;
  readonly text: string | null;
  readonly signature: Uint32Array | null;
};

/** A million characters are some 170,000 words: a long book, and ten times a portfolio. */
export const keptCharacters = 1_000_000;

/** Shorter texts say too little: two sentences in common would make them alike. */
const fewestWords = 25;

/** What can be said of a text that was read whole. `words` when they were counted while it was read, and more than is kept. */
export function documentOf(text: string, words: number): DocumentText {
  if (words === 0) return { status: 'none', words: null, text: null, signature: null };
  const kept = text.slice(0, keptCharacters).toWellFormed();
  const compared = wordsOf(kept);
  return {
    status: kept.length < text.length ? 'cut' : 'read',
    words,
    // PostgreSQL keeps no NUL in a text.
    text: kept.replaceAll('\0', ' '),
    signature: compared.length < fewestWords ? null : signatureOf(shinglesOf(compared)),
  };
}

/** Keeps what was read of a content, once. */
export async function keepDocument(writing: Writing, hash: string, read: DocumentText): Promise<void> {
  const { status, words, text, signature } = read;
  const { numInsertedOrUpdatedRows: made } = await writing
    .insertInto('document_text')
    .values({ hash, status, words, text, signature: signature && signatureText(signature) })
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .executeTakeFirstOrThrow();
  if (made !== 1n || signature === null) return;
  await writing
    .insertInto('document_band')
    .values(bandKeys(signature).map((key, band) => ({ band, key, hash })))
    .execute();
}

function signatureText(signature: Uint32Array): string {
  return Buffer.from(signature.buffer, signature.byteOffset, signature.byteLength).toString('base64');
}

/** A kept signature as it was made. Byte order is that of the machine, little-endian on all that Node runs on. */
export function readSignature(text: string): Uint32Array {
  return new Uint32Array(Uint8Array.from(Buffer.from(text, 'base64')).buffer);
}
