import { writeFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { pdfDrawing, pdfOf, wordDocument } from '../../testing/documents.ts';
import { temporaryFolder } from '../../testing/temporaryFolder.ts';
import { readers } from './pieces.ts';
import type { TextType } from './types.ts';
import { wordsIn } from './words.ts';

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The pieces of text in a file of this type and content. */
async function piecesOf(type: TextType, content: Uint8Array | string): Promise<string[]> {
  await using folder = await temporaryFolder();
  const path = `${folder.path}/file`;
  await writeFile(path, content);
  const pieces: string[] = [];
  for await (const piece of readers[type](path)) pieces.push(piece);
  return pieces;
}

describe('the text of a', () => {
  test('PDF comes page by page', async () => {
    const pdf = await pdfOf('Two rooms and a garden.', 'Nobody came.\nThen everybody did.');
    expect(await piecesOf('application/pdf', pdf)).toEqual([
      'Two rooms and a garden.\n',
      'Nobody came.\nThen everybody did.\n',
    ]);
  });

  test('PDF of many megabytes is read where the text is', async () => {
    const pictures = Buffer.alloc(20 * 1024 * 1024, 7);
    const pdf = await pdfOf('Two rooms.');
    // Objects that nothing refers to, as unused pictures are, before the ones that are used.
    const bulk = Buffer.concat([
      Buffer.from(`%\n9 0 obj<</Length ${pictures.length}>>stream\n`),
      pictures,
      Buffer.from('\nendstream endobj\n'),
    ]);
    const cut = pdf.indexOf('\n') + 1;
    const moved = Buffer.concat([pdf.subarray(0, cut), bulk, pdf.subarray(cut)]);
    expect((await piecesOf('application/pdf', moved)).join('')).toBe('Two rooms.\n');
  });

  test('PDF without text is empty, and a broken one throws', async () => {
    expect((await piecesOf('application/pdf', pdfDrawing(Buffer.from('0 0 50 50 re f')))).join('').trim()).toBe('');
    await expect(piecesOf('application/pdf', '%PDF-1.7 and nothing else %%EOF')).rejects.toThrow(/PDF/);
  });

  test('Word document is its paragraphs', async () => {
    const text = (await piecesOf(docx, wordDocument({}, 'Two rooms &amp; a garden.\nNobody came.'))).join('');
    expect(text).toBe('Two rooms & a garden.\n\nNobody came.\n\n');
  });

  test('text file is itself, letters of two bytes and all', async () => {
    const text = 'é'.repeat(70_000);
    expect((await piecesOf('text/markdown', text)).join('')).toBe(text);
  });
});

test.each([
  ['', 0],
  ['  \n ', 0],
  ['Two rooms and a garden.', 5],
  ['— * 3 % …', 1],
  ["the centre's\tgarden\u00a0now", 4],
])('%j has %i words', (text, words) => {
  expect(wordsIn(text)).toBe(words);
});
