import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openLog } from '../../platform/log.ts';
import { pdfDrawing, pdfOf, png, wordDocument, type ZipEntry } from '../../testing/documents.ts';
import { openWorld, type TestWorld } from '../../testing/world.ts';
import { keepAccount, noteUpload } from '../uploads.ts';
import { openReading } from './reading.ts';

let at: TestWorld;
beforeAll(async () => {
  at = await openWorld();
});
afterAll(() => at[Symbol.asyncDispose]());

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const pdf = 'application/pdf';

/** Stores a content as an upload does, without reading it. */
async function stored(content: Uint8Array | string, mediaType: string, person = 'somebody') {
  const { hash, bytes } = await at.world.files.keep(new Blob([Buffer.from(content)]).stream());
  const reading = { add() {}, idle: async () => {}, stop: async () => {} };
  await noteUpload({ ...at.world, reading }, person, { hash, bytes, mediaType });
  return { hash, mediaType };
}

const readOf = (hash: string) =>
  at.world.db.selectFrom('document_text').selectAll().where('hash', '=', hash).executeTakeFirst();

/** Stores a content, reads it, and answers what was read. */
async function read(content: Uint8Array | string, mediaType: string) {
  const document = await stored(content, mediaType);
  at.world.reading.add(document);
  await at.world.reading.idle();
  return readOf(document.hash);
}

describe('what is uploaded is read:', () => {
  test.each([
    ['a PDF', pdf, () => pdfOf('Two rooms and a garden.', 'Nobody came.'), 7],
    ['a Word document', docx, () => wordDocument({}, 'Two rooms and a garden.\nNobody came at first.'), 9],
    ['a text', 'text/plain', () => 'Two rooms, and no garden.', 5],
    ['Markdown', 'text/markdown', () => '# Two rooms\n\n* no garden', 4],
  ])('%s has its words counted', async (_what, type, content, words) => {
    expect(await read(await content(), type)).toMatchObject({ status: 'read', words });
  });

  test('a picture, and a PDF of pictures, have no text and no count', async () => {
    const nothing = { status: 'none', words: null, text: null, signature: null };
    expect(await read(png(), 'image/png')).toMatchObject(nothing);
    expect(await read(pdfDrawing(Buffer.from('0 0 50 50 re f')), pdf)).toMatchObject(nothing);
  });

  test('words are whole where the file is read in pieces', async () => {
    const words = 40_000;
    expect(
      await read(Array.from({ length: words }, (_, number) => `word${number}`).join('\t'), 'text/plain'),
    ).toMatchObject({
      status: 'read',
      words,
    });
  });

  test('of a text longer than a book only the beginning is kept, and every word is counted', async () => {
    const long = await read('room '.repeat(300_000), 'text/plain');
    expect(long).toMatchObject({ status: 'cut', words: 300_000 });
    expect(long?.text).toHaveLength(1_000_000);
  });

  test('one content is read once, whoever brings it', async () => {
    const content = 'The same account, brought by two people who sat at one table.';
    const first = await read(content, 'text/plain');
    await stored(content, 'text/plain', 'somebody else');
    expect(await read(content, 'text/plain')).toEqual(first);
  });

  test('a written account is read as it is kept', async () => {
    const { hash } = await keepAccount(at.world, 'somebody', 'My account', 'We opened two rooms. '.repeat(20));
    expect(await readOf(hash)).toMatchObject({ status: 'read', words: 80, signature: expect.any(String) });
  });
});

describe('what cannot be read is told so, and holds up nothing:', () => {
  const unreadable = { status: 'unreadable', words: null, text: null, signature: null };

  test('a broken PDF, and a Word document without a body', async () => {
    expect(await read('%PDF-1.7 and then nothing %%EOF', pdf)).toMatchObject(unreadable);
    expect(await read(wordDocument({ 'word/document.xml': '<w:document' }), docx)).toMatchObject(unreadable);
  });

  test.each([
    ['a PDF whose page unpacks to 200 MB', pdf, () => pdfDrawing(Buffer.alloc(200 * 1024 * 1024, ' ')), 120_000],
    ['a Word document of a million nested parts', docx, () => nested(1_000_000), 120_000],
    ['a document that takes too long', 'text/plain', () => 'word '.repeat(2_000_000), 1],
  ])('%s', async (_what, type, content, processor) => {
    const { hash } = await stored(content(), type);
    const reading = openReading({ ...at.world, log: openLog('silent') }, { megabytes: 96, processor, clock: 120_000 });
    await reading.idle();
    await reading.stop();
    expect(await readOf(hash)).toMatchObject(unreadable);
    expect(await read(`What comes after ${hash}.`, 'text/plain')).toMatchObject({ status: 'read' });
  });
});

test('what was not read when the server stopped is read at its next start', async () => {
  const waiting = await Promise.all(
    Array.from({ length: 3 }, (_, number) => stored(`Account ${number} of what was not read yet.`, 'text/plain')),
  );
  expect(await readOf(waiting[0]?.hash ?? '')).toBeUndefined();
  const stopped = openReading({ ...at.world, log: openLog('silent') });
  await stopped.stop();
  const reading = openReading({ ...at.world, log: openLog('silent') });
  await reading.idle();
  await reading.stop();
  for (const { hash } of waiting) expect(await readOf(hash)).toMatchObject({ status: 'read', words: 8 });
});

/** A Word document whose text is so many elements, each in the one before. */
function nested(depth: number): Uint8Array {
  const body = Buffer.from(
    `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${'<w:sdt>'.repeat(depth)}${'</w:sdt>'.repeat(depth)}</w:body></w:document>`,
  );
  const entry: ZipEntry = { body, packed: true };
  return wordDocument({ 'word/document.xml': entry });
}
