import { open } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { getDocument, PDFDataRangeTransport, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

/**
 * The text of a PDF page by page, lines and pages ending in a line break. Only the parts of the file that text needs
 * are read from disk. pdf.js works in the thread that calls this, so call it where time and memory are limited.
 *
 * @throws pdf.js's error when the file is broken or locked with a password.
 */
export async function* piecesOfPdf(path: string): AsyncGenerator<string> {
  await using file = await open(path);
  const { size } = await file.stat();
  const ranges = new PDFDataRangeTransport(size, null);
  ranges.requestDataRange = (begin, end) => {
    const space = new Uint8Array(end - begin);
    file.read(space, 0, space.length, begin).then(
      ({ bytesRead }) => ranges.onDataRange(begin, space.subarray(0, bytesRead)),
      () => ranges.onDataRange(begin, null),
    );
  };
  const loading = getDocument({
    range: ranges,
    disableAutoFetch: true,
    disableStream: true,
    disableFontFace: true,
    useSystemFonts: false,
    cMapUrl: fileURLToPath(new URL('cmaps/', import.meta.resolve('pdfjs-dist/package.json'))),
    cMapPacked: true,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    const document = await loading.promise;
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      yield `${items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('')}\n`;
      page.cleanup();
    }
  } finally {
    await loading.destroy();
  }
}
