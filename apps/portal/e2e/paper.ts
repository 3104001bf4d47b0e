interface Sheet {
  readonly title: string;
  readonly lines: readonly string[];
}

const escaped = (text: string) => text.replaceAll(/[\\()]/g, (mark) => `\\${mark}`);

/** Heading and lines of one A4 sheet in the language of PDF: Helvetica, top to bottom. */
const drawn = ({ title, lines }: Sheet): string =>
  [
    'BT /F1 20 Tf 64 760 Td',
    `(${escaped(title)}) Tj`,
    '/F1 11 Tf 0 -36 Td 17 TL',
    ...lines.map((line) => `(${escaped(line)}) Tj T*`),
    'ET',
  ].join('\n');

/** A small, whole and valid PDF of plain letters, so that a story can upload a real document. */
export function paper(sheets: readonly Sheet[]): Buffer {
  const pageId = (index: number) => 4 + 2 * index;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${sheets.length} /Kids [${sheets.map((_, index) => `${pageId(index)} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...sheets.flatMap((sheet, index) => {
      const content = drawn(sheet);
      const page = [
        '/Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]',
        '/Resources << /Font << /F1 3 0 R >> >>',
        `/Contents ${pageId(index) + 1} 0 R`,
      ].join(' ');
      return [`<< ${page} >>`, `<< /Length ${content.length} >>\nstream\n${content}\nendstream`];
    }),
  ];
  let file = '%PDF-1.4\n';
  const starts = objects.map((body, index) => {
    const start = file.length;
    file += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return start;
  });
  const table = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('');
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.from(`${file}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}${trailer}`, 'latin1');
}
