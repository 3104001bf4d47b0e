import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { gif, jpeg, png, webp, wordDocument, zipOf } from '../../testing/documents.ts';
import { temporaryFolder } from '../../testing/temporaryFolder.ts';
import { checkType } from './typeCheck.ts';

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))));
const pdf = bytes('%PDF-1.7\n%', [0xe2, 0xe3, 0xcf, 0xd3], '\n1 0 obj\n<<>>\nendobj\n%%EOF');
const windowsProgram = bytes('MZ', [0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0xff, 0xff], Array(80).fill(0));
const linuxProgram = bytes([0x7f], 'ELF', [2, 1, 1, 0], Array(60).fill(0));

async function check(name: string, content: Uint8Array | string) {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'received');
  await writeFile(path, content);
  return await checkType({ name, path, head: Buffer.from(content).subarray(0, 4096) });
}

describe('accepted', () => {
  test.each([
    ['plan.pdf', pdf, 'application/pdf'],
    ['plan.PDF', pdf, 'application/pdf'],
    ['account.docx', wordDocument(), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['garden.png', png(), 'image/png'],
    ['garden.jpg', jpeg(), 'image/jpeg'],
    ['garden.jpeg', jpeg(), 'image/jpeg'],
    ['garden.webp', webp(), 'image/webp'],
    ['garden.gif', gif(), 'image/gif'],
    ['notes.txt', 'Ein Gespräch über „Räume“\r\n\tzwei', 'text/plain'],
    ['notes.txt', '\ufeffwith a byte order mark', 'text/plain'],
    ['bmi.txt', 'BMI at the age of two', 'text/plain'],
    ['notes.md', '# Heading', 'text/markdown'],
    ['page.txt', '<!doctype html><script>alert(1)</script>', 'text/plain'],
  ])('%s is what its name says', async (name, content, type) => {
    expect(await check(name, content)).toEqual({ ok: true, type });
  });

  test('a letter cut by the edge of a read is still valid text', async () => {
    expect(await check('long.txt', `${'x'.repeat(65_535)}ä${'é'.repeat(70_000)}`)).toMatchObject({ ok: true });
  });
});

describe('refused', () => {
  test.each([
    ['invoice.pdf', windowsProgram, '"invoice.pdf" is a Windows program. Accepted are PDF'],
    ['photo.jpg', linuxProgram, '"photo.jpg" is a Linux program.'],
    ['setup.exe', windowsProgram, '"setup.exe" is a Windows program.'],
    ['notes.txt', windowsProgram, '"notes.txt" is a Windows program.'],
    ['everything.zip', zipOf({ 'a.txt': 'a' }), '"everything.zip" is a ZIP archive.'],
    ['account.docx', zipOf({ 'a.txt': 'a' }), '"account.docx" is a ZIP archive.'],
    ['account.docx', wordDocument({ 'word/vbaProject.bin': 'x' }), 'holds a program (word/vbaProject.bin)'],
    ['page.html', '<!DOCTYPE html><p>x', '"page.html" is an HTML page.'],
    ['drawing.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'is an SVG drawing.'],
    ['drawing.svg', '<?xml version="1.0"?><svg/>', '"drawing.svg" is an XML document.'],
    ['drawing.png', '<svg xmlns="http://www.w3.org/2000/svg"/>', '"drawing.png" is an SVG drawing.'],
    ['run.sh', '#!/bin/sh\nrm -rf /', '"run.sh" is a script.'],
    ['notes.txt', '#!/bin/sh\nrm -rf /', '"notes.txt" is a script.'],
    [
      'garden.png',
      jpeg(),
      '"garden.png" is a JPEG image, but its name says otherwise. Rename it to end in .jpg or .jpeg',
    ],
    ['plan', pdf, '"plan" is a PDF, but its name says otherwise.'],
    ['plan.pdf.exe', pdf, '"plan.pdf.exe" is a PDF, but'],
    ['notes.txt', Buffer.from([0x63, 0x61, 0x66, 0xe9]), 'not plain text in UTF-8. Save it again'],
    ['notes.txt', Buffer.from('\ufeffzwei', 'utf16le'), 'not plain text in UTF-8'],
    ['notes.txt', 'a\u0000b', 'not plain text in UTF-8'],
    ['letter.doc', 'whatever', '"letter.doc" is of a kind that is not known here.'],
  ])('%s in a sentence: %#', async (name, content, says) => {
    expect(await check(name, content)).toEqual({
      ok: false,
      error: 'typeRefused',
      says: expect.stringContaining(says),
    });
  });

  test('a Word document without its text is refused', async () => {
    const types = Buffer.from(wordDocument()).toString('latin1');
    const other = types.replaceAll('word/document.xml', 'word/documenx.xml');
    expect(await check('a.docx', Buffer.from(other, 'latin1'))).toMatchObject({ ok: false });
  });
});
