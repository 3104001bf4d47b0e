import type { PaperPart } from '../texts/papers.ts';
import { fonts } from './fonts.ts';
import { faint, ink, margin } from './look.ts';

const pad = 5;

/** A table with its caption; header cells say that they head a column. It is never parted by the end of a page. */
export function drawTable(
  doc: PDFKit.PDFDocument,
  root: PDFKit.PDFStructureElement,
  { caption, head, rows }: NonNullable<PaperPart['table']>,
): void {
  const width = doc.page.width - 2 * margin;
  const widths = columnWidths(width, [head, ...rows]);
  const heightOf = (cells: readonly string[]) =>
    Math.max(
      ...cells.map((cell, index) =>
        doc
          .font(fonts.small)
          .fontSize(9)
          .heightOfString(cell, { width: (widths[index] ?? 0) - 2 * pad }),
      ),
    ) +
    2 * pad;
  const whole = [head, ...rows].reduce((sum, cells) => sum + heightOf(cells), 24);
  if (doc.y + whole > doc.page.height - doc.page.margins.bottom) doc.addPage();

  // A paragraph before the table and not a Caption in it: pdf.js gives a caption no role, so a browser would find an
  // unnamed child in the table.
  root.add(doc.struct('P', {}, () => doc.font(fonts.heading).fontSize(9).fillColor(ink).text(caption, margin)));
  const table = doc.struct('Table');
  root.add(table);
  doc.y += 5;
  for (const [line, cells] of [head, ...rows].entries()) {
    const height = heightOf(cells);
    const top = doc.y;
    ruleAndShade(doc, top, height, width, line === 0);
    const row = doc.struct('TR');
    table.add(row);
    let left = margin;
    for (const [index, cell] of cells.entries()) {
      const [x, wide] = [left, widths[index] ?? 0];
      const face = line === 0 ? fonts.heading : fonts.small;
      const write = () =>
        doc
          .font(face)
          .fontSize(9)
          .fillColor(ink)
          .text(cell, x + pad, top + pad, { width: wide - 2 * pad });
      row.add(line === 0 ? doc.struct('TH', { scope: 'Column' }, write) : doc.struct('TD', {}, write));
      left += wide;
    }
    row.end();
    doc.y = top + height;
  }
  table.end();
  doc.x = margin;
  doc.moveDown(0.8);
}

/** Lines and shading say nothing, so they are artefacts. */
function ruleAndShade(doc: PDFKit.PDFDocument, top: number, height: number, width: number, heads: boolean): void {
  doc.markContent('Artifact', { type: 'Layout' });
  if (heads) doc.rect(margin, top, width, height).fill('#eef2f4');
  doc
    .moveTo(margin, top + height)
    .lineTo(margin + width, top + height)
    .lineWidth(0.6)
    .stroke(heads ? faint : '#cfd6da');
  doc.endMarkedContent();
}

/** Widths in proportion to the longest cell of each column, within bounds. */
function columnWidths(width: number, rows: readonly (readonly string[])[]): number[] {
  const columns = rows[0]?.length ?? 0;
  const longest = Array.from({ length: columns }, (_none, column) =>
    Math.min(34, Math.max(9, ...rows.map((cells) => cells[column]?.length ?? 0))),
  );
  const sum = longest.reduce((all, one) => all + one, 0);
  return longest.map((one) => (one / sum) * width);
}
