import type { PaperPart } from '../texts/papers.ts';
import { fonts } from './fonts.ts';
import { faint, ink, margin } from './look.ts';

const dark = '#0b5d74';
const light = '#a9c3cc';
const rowHeight = 34;

/** A bar chart with two bars for each line. The drawing is one figure with its numbers as alternative text. */
export function drawFigure(
  doc: PDFKit.PDFDocument,
  root: PDFKit.PDFStructureElement,
  { caption, unit, bars, legend }: NonNullable<PaperPart['figure']>,
): void {
  const height = bars.length * rowHeight + 26;
  if (doc.y + height + 34 > doc.page.height - doc.page.margins.bottom) doc.addPage();
  const top = doc.y;
  const right = doc.page.width - margin;
  const labels = 150;
  const most = Math.max(...bars.flatMap(([, before, after]) => [Number(before), Number(after)]));
  const alt = `Bar chart, ${legend[0]} and ${legend[1]}. ${bars.map(([label, before, after]) => `${label}: ${before} and ${after} ${unit}`).join('; ')}.`;

  const draw = () => {
    for (const [index, [label, before, after]] of bars.entries()) {
      const y = top + index * rowHeight;
      doc
        .font(fonts.small)
        .fontSize(9)
        .fillColor(ink)
        .text(label, margin, y + 7, { width: labels - 10 });
      for (const [line, [value, colour]] of [[before, light] as const, [after, dark] as const].entries()) {
        const wide = (Number(value) / most) * (right - margin - labels - 40);
        doc.rect(margin + labels, y + 2 + line * 12, wide, 10).fill(colour);
        doc
          .fontSize(8.5)
          .fillColor(ink)
          .text(value, margin + labels + wide + 6, y + 2 + line * 12, { lineBreak: false });
      }
    }
    const foot = top + bars.length * rowHeight + 4;
    for (const [index, colour] of [light, dark].entries()) {
      const x = margin + labels + index * 130;
      doc.rect(x, foot, 10, 10).fill(colour);
      doc
        .fontSize(8.5)
        .fillColor(ink)
        .text(legend[index] ?? '', x + 15, foot, { lineBreak: false });
    }
  };
  const figure = doc.struct('Figure', { alt, bbox: [margin, top, right, top + height] }, draw);
  root.add(figure);
  doc.x = margin;
  doc.y = top + height + 4;
  root.add(doc.struct('Caption', {}, () => doc.font(fonts.small).fontSize(9).fillColor(faint).text(caption, margin)));
  doc.moveDown(1);
}
