import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import {
  gif,
  jpeg,
  pdfDrawing,
  pdfOf,
  png,
  webp,
  wordDocument,
  zipOf,
  zipOfList,
  type ZipEntry,
} from '../../testing/documents.ts';
import { temporaryFolder } from '../../testing/temporaryFolder.ts';
import { inspectArchive } from './archive.ts';
import { checkType } from './typeCheck.ts';

/** What is said of a file with this name and content. */
async function said(name: string, content: Uint8Array): Promise<string> {
  await using folder = await temporaryFolder();
  const path = `${folder.path}/received`;
  await writeFile(path, content);
  const checked = await checkType({ name, path, head: content.subarray(0, 4096) });
  return checked.ok ? `taken as ${checked.type}` : checked.says;
}
const join = (...parts: (Uint8Array | string)[]) => Buffer.concat(parts.map((part) => Buffer.from(part)));
const packed = (body: Uint8Array, claims?: number): ZipEntry =>
  claims === undefined ? { body, packed: true } : { body, packed: true, claims };
const megabytes = (many: number) => Buffer.alloc(many * 1024 * 1024, 'a');
const program = Buffer.from(`MZ${'\0'.repeat(200)}`);
const script = '<script>alert(document.domain)</script>';

describe('a Word document that is a bomb', () => {
  test('by its ratio: a picture of 20 MB that is packed into 20 kB', async () => {
    const bomb = wordDocument({ 'word/media/image1.bmp': packed(megabytes(20)) });
    expect(bomb.length).toBeLessThan(50_000);
    expect(await said('account.docx', bomb)).toContain('would unpack to far more than any document holds');
  });

  test('by its total: entries that are each modest, and together are not', async () => {
    await using folder = await temporaryFolder();
    const path = `${folder.path}/a`;
    const picture = randomBytes(1000);
    await writeFile(
      path,
      wordDocument(Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`word/${at}`, picture]))),
    );
    const limits = { entries: 100, unpacked: 8000, ratio: 100, ratioFrom: 1000 };
    expect(await inspectArchive(path, limits)).toMatchObject({ error: 'bomb' });
    expect(await inspectArchive(path, { ...limits, unpacked: 20_000 })).toMatchObject({ ok: true });
  });

  test('by its number of entries', async () => {
    const many = Object.fromEntries(Array.from({ length: 2001 }, (_, at) => [`word/${at}.xml`, '']));
    expect(await said('account.docx', wordDocument(many))).toContain('is an archive of 2004 files');
  });

  test('whose directory says less than comes out', async () => {
    const bomb = wordDocument({ 'word/media/image1.bmp': packed(megabytes(20), 1000) });
    expect(await said('account.docx', bomb)).toContain('is damaged or not what it says');
  });

  test('whose directory says more than comes out', async () => {
    const lie = wordDocument({ 'word/media/image1.bmp': packed(randomBytes(1000), 1500) });
    expect(await said('account.docx', lie)).toContain('is damaged or not what it says');
  });

  test('that is sound is taken, with pictures and text that packs well', async () => {
    const text = packed(Buffer.from('What I did and why. '.repeat(4000)));
    const sound = wordDocument({ 'word/media/image1.png': png(), 'word/footnotes.xml': text });
    expect(await said('account.docx', sound)).toMatch(/^taken as .*wordprocessingml/);
  });
});

describe('a Word document that holds something else', () => {
  test.each([
    ['a program by its name', { 'word/embeddings/setup.exe': 'x' }],
    ['a program by how it begins', { 'word/media/image1.png': program }],
    ['macros', { 'word/vbaProject.bin': 'x' }],
    ['a Java archive', { 'META-INF/MANIFEST.MF': 'Main-Class: x' }],
    ['controls', { 'word/activeX/activeX1.xml': '<x/>' }],
  ])('%s', async (_what, more) => {
    expect(await said('account.docx', wordDocument(more))).toContain('holds a program');
  });

  test('two files with one name', async () => {
    const twice = zipOfList([
      ['word/document.xml', '<innocent/>'],
      ['word/document.xml', '<other/>'],
    ]);
    expect(await said('account.docx', twice)).toContain('holds two files with one name');
  });

  test('a file locked with a password', async () => {
    const locked = wordDocument({ 'word/x.xml': { body: Buffer.from('x'), packed: true, flags: 1 } });
    expect(await said('account.docx', locked)).toContain('is locked with a password');
  });

  test('a name that leads out of the folder it is unpacked in', async () => {
    expect(await said('account.docx', wordDocument({ '../../evil.xml': 'x' }))).toContain('not what it says');
  });

  test('bytes before or behind the archive', async () => {
    expect(await said('account.docx', join(wordDocument(), script))).toContain('not what it says');
    expect(await said('account.docx', join(program, wordDocument()))).not.toContain('taken');
  });
});

describe('archives and programs under another name', () => {
  const tar = Buffer.alloc(1024);
  tar.write('evil.sh');
  tar.write('ustar\x0000', 257);
  tar.write('0000644\0', 100);
  tar.write('00000000000\0', 124);
  test.each([
    ['a ZIP archive', zipOf({ 'a.txt': 'a' })],
    ['a GZIP archive', join(Buffer.from([0x1f, 0x8b, 8, 0]), 'x'.repeat(40))],
    ['a RAR archive', join('Rar!\x1a\x07', Buffer.from([1, 0]), 'x'.repeat(40))],
    ['a 7-Zip archive', join('7z', Buffer.from([0xbc, 0xaf, 0x27, 0x1c]), 'x'.repeat(40))],
    ['a TAR archive', tar],
    ['a Windows program', program],
    ['a Linux program', join(Buffer.from([0x7f]), 'ELF', Buffer.from([2, 1, 1, 0]), Buffer.alloc(60))],
    ['a script', join('#!/usr/bin/env node\n')],
  ])('%s is refused as a PDF, a Word document, a picture and a text', async (_what, content) => {
    for (const name of ['plan.pdf', 'account.docx', 'photo.jpg', 'notes.txt'])
      expect(await said(name, content)).not.toContain('taken');
  });
});

describe('files that are two things at once', () => {
  test('a PDF with a ZIP archive behind it', async () => {
    const pdf = await pdfOf('A plan.');
    expect(await said('plan.pdf', pdf)).toBe('taken as application/pdf');
    expect(await said('plan.pdf', join(pdf, zipOf({ 'a.html': script })))).toContain(
      'can be opened as a ZIP archive too',
    );
  });

  test('a picture of any kind with a ZIP archive behind it', async () => {
    const zip = zipOf({ 'a.class': 'x' });
    for (const [name, picture] of Object.entries({ 'a.png': png(), 'a.jpg': jpeg(), 'a.webp': webp(), 'a.gif': gif() }))
      expect(await said(name, join(picture, zip))).toContain('can be opened as a ZIP archive too');
  });

  test('a ZIP archive with a long comment behind a picture', async () => {
    const zip = Buffer.from(zipOf({ 'a.txt': 'a' }));
    const comment = 'c'.repeat(65_535);
    zip.writeUInt16LE(comment.length, zip.length - 2);
    expect(await said('a.jpg', join(jpeg(), zip, comment))).toContain('can be opened as a ZIP archive too');
  });

  test('a PDF that begins as a web page', async () => {
    const pdf = (await pdfOf('A plan.')).toString('latin1');
    const both = Buffer.from(pdf.replace('\n', `\n%<html>${script}</html>\n`), 'latin1');
    expect(await said('plan.pdf', both)).toContain('begins as a PDF and as a web page');
    expect(await said('plan.pdf', join(`<html>${script}</html>`, pdf))).toContain('is an HTML page');
  });

  test('a PDF with a page behind its end', async () => {
    const pdf = pdfDrawing(randomBytes(9000));
    expect(await said('plan.pdf', pdf)).toContain('taken');
    expect(await said('plan.pdf', join(pdf, `<html>${script}${'x'.repeat(3000)}`))).toContain(
      'something else behind it',
    );
    expect(await said('plan.pdf', pdf.subarray(0, pdf.length - 100))).toContain('is cut short');
  });

  test('a GIF that is a script: a comment opened in its size, closed behind its end', async () => {
    const both = join('GIF89a/*', gif().subarray(8), '*/=1;alert(document.domain)');
    expect(await said('a.gif', both)).toContain('is a picture');
    expect(await said('a.gif', both)).not.toContain('taken');
  });

  test('a GIF, PNG or WebP with anything behind its end, or cut short', async () => {
    for (const [name, picture] of Object.entries({ 'a.png': png(), 'a.webp': webp(), 'a.gif': gif('made at noon') })) {
      expect(await said(name, picture)).toContain('taken');
      expect(await said(name, join(picture, '*/alert(1)'))).toContain('is a picture with something else behind it');
      expect(await said(name, picture.subarray(0, picture.length - 3))).not.toContain('taken');
    }
  });

  test('a picture with a web page in a comment, early or late', async () => {
    expect(await said('a.gif', gif(script))).toContain('is a picture and a web page');
    const late = join(jpeg(), Buffer.alloc(200_000), `<html>${script}`);
    expect(await said('a.jpg', late)).toContain('is a picture and a web page');
    // What cameras put behind a picture is left alone.
    expect(await said('a.jpg', join(jpeg(), Buffer.alloc(200_000)))).toBe('taken as image/jpeg');
  });
});

describe('pages and drawings with scripts', () => {
  test.each([
    ['page.html', `<!doctype html>${script}`],
    ['page.pdf', `<!doctype html>${script}`],
    ['photo.png', `<svg xmlns="http://www.w3.org/2000/svg">${script}</svg>`],
    ['drawing.svg', `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg">${script}</svg>`],
    ['photo.jpg', `<?xml version="1.0"?><!DOCTYPE svg><svg onload="alert(1)"/>`],
    ['account.docx', `<html>${script}`],
  ])('%s is refused', async (name, content) => {
    expect(await said(name, Buffer.from(content))).toMatch(/is an (HTML page|SVG drawing|XML document)/);
  });
});
