import { buffer } from 'node:stream/consumers';
import { crc32, deflateRawSync, deflateSync } from 'node:zlib';
import Pdf from 'pdfkit';

/** One file of an archive: its content; packed small if asked; and how large it claims to be, where that is a lie. */
export type ZipEntry =
  | string
  | Uint8Array
  | { readonly body: Uint8Array; readonly packed: true; readonly claims?: number; readonly flags?: number };

/** A ZIP file with the given entries, by name. */
export function zipOf(entries: Readonly<Record<string, ZipEntry>>): Uint8Array {
  return zipOfList(Object.entries(entries));
}

/** As {@link zipOf}, for archives in which a name comes twice. */
export function zipOfList(entries: readonly (readonly [string, ZipEntry])[]): Uint8Array {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, entry] of entries) {
    const { nameBytes, body, packed, claims, flags } = laid(name, entry);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(flags, 2);
    fields.writeUInt16LE(packed === body ? 0 : 8, 4);
    fields.writeUInt32LE(crc32(body), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(claims, 18);
    fields.writeUInt16LE(nameBytes.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, nameBytes, packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), fields, rest, nameBytes]));
    locals.push(local);
    at += local.length;
  }
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06');
  end.writeUInt16LE(locals.length, 8);
  end.writeUInt16LE(locals.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, ...directory, end]);
}

function laid(name: string, entry: ZipEntry) {
  const plain = typeof entry === 'string' || entry instanceof Uint8Array;
  const body = Buffer.from(plain ? entry : entry.body);
  const packed = plain ? body : deflateRawSync(body);
  const claims = plain ? body.length : (entry.claims ?? body.length);
  return { nameBytes: Buffer.from(name), body, packed, claims, flags: plain ? 0 : (entry.flags ?? 0) };
}

/** The smallest Word document that says it is one, with a paragraph for each line of `text`. */
export function wordDocument(more: Readonly<Record<string, ZipEntry>> = {}, text = ''): Uint8Array {
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
  const paragraphs = text.split('\n').map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`);
  return zipOf({
    '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${type}"/></Types>`,
    '_rels/.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/document.xml': `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraphs.join('')}</w:body></w:document>`,
    ...more,
  });
}

/** A PDF with a page for each text. */
export async function pdfOf(...pages: readonly string[]): Promise<Buffer> {
  const document = new Pdf({ autoFirstPage: false });
  for (const text of pages) document.addPage().text(text);
  document.end();
  return buffer(document);
}

/** A PDF of one page whose drawing is `drawn`, packed. */
export function pdfDrawing(drawn: Uint8Array): Buffer {
  const stream = deflateSync(drawn);
  const parts = [
    '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n',
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R>>endobj\n',
    `4 0 obj<</Length ${stream.length}/Filter/FlateDecode>>stream\n`,
    stream,
    '\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
  ];
  return Buffer.concat(parts.map((part) => Buffer.from(part)));
}

/** A PNG of one grey dot. */
export function png(): Buffer {
  const chunk = (name: string, data: Uint8Array) => {
    const named = Buffer.concat([Buffer.from(name), data]);
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    check.writeUInt32BE(crc32(named));
    return Buffer.concat([length, named, check]);
  };
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])),
    chunk('IDAT', deflateSync(Buffer.from([0, 128]))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A GIF of one dot, with a comment where one is given. */
export function gif(comment = ''): Buffer {
  const said = Buffer.from(comment);
  return Buffer.concat([
    Buffer.from('GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff', 'latin1'),
    comment === '' ? said : Buffer.concat([Buffer.from([0x21, 0xfe, said.length]), said, Buffer.from([0])]),
    Buffer.from('\x2c\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02\x44\x01\x00\x3b', 'latin1'),
  ]);
}

/** What begins as a JPEG and ends as one. */
export function jpeg(): Buffer {
  const start = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]);
  return Buffer.concat([start, Buffer.from('JFIF'), Buffer.alloc(10), Buffer.from([0xff, 0xd9])]);
}

/** What is a WebP as far as its frame goes. */
export function webp(): Buffer {
  return Buffer.concat([Buffer.from('RIFF\x1c\x00\x00\x00WEBPVP8 \x10\x00\x00\x00', 'latin1'), Buffer.alloc(16)]);
}
