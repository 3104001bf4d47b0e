import { Buffer } from 'node:buffer';
import Pdf from 'pdfkit';
import { fonts } from './fonts.ts';
import { drawFigure } from './figure.ts';
import { faint, ink, margin } from './look.ts';
import { drawTable } from './table.ts';
import type { Paper } from '../texts/papers.ts';

/** A paper as a file, and on which page each of its parts begins. */
export interface Printed {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly pages: readonly number[];
}

/**
 * Sets a paper as a tagged PDF with embedded fonts: headings, paragraphs, tables and figures are told apart by a screen
 * reader. The same paper gives the same bytes: nothing of the day or the machine goes into it.
 */
export async function printPaper(paper: Paper): Promise<Printed> {
  const doc = new Pdf({
    size: 'A4',
    margins: { top: 72, bottom: 76, left: margin, right: margin },
    pdfVersion: '1.7',
    tagged: true,
    lang: 'en-GB',
    displayTitle: true,
    bufferPages: true,
    // Every face is registered below; with the standard one the file would name a font that it does not hold.
    font: fonts.body,
    info: {
      Title: paper.title,
      Subject: paper.subtitle,
      Author: 'Assay demo',
      Producer: 'Assay demo',
      Creator: 'Assay demo',
      CreationDate: new Date(Date.UTC(2026, 0, 5, 9)),
    },
  });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve) => doc.on('end', () => resolve()));

  const root = doc.struct('Document');
  doc.addStructure(root);
  root.add(
    doc.struct('H1', {}, () => doc.font(fonts.heading).fontSize(19).fillColor(ink).text(paper.title, { lineGap: 3 })),
  );
  root.add(
    doc.struct('P', {}, () => doc.moveDown(0.2).font(fonts.small).fontSize(10.5).fillColor(faint).text(paper.subtitle)),
  );
  doc.moveDown(1.2);

  const pages: number[] = [];
  for (const { heading, text, table, figure } of paper.parts) {
    // A heading stays with the first lines of its text.
    if (doc.y > doc.page.height - 76 - 90) doc.addPage();
    pages.push(doc.bufferedPageRange().count);
    root.add(doc.struct('H2', {}, () => doc.font(fonts.heading).fontSize(12.5).fillColor(ink).text(heading)));
    doc.moveDown(0.35);
    root.add(
      doc.struct('P', {}, () => doc.font(fonts.body).fontSize(10.5).fillColor(ink).text(text, { lineGap: 3.6 })),
    );
    doc.moveDown(0.7);
    if (table !== undefined) drawTable(doc, root, table);
    if (figure !== undefined) drawFigure(doc, root, figure);
    doc.moveDown(0.5);
  }
  root.end();
  numberPages(doc, paper.title);
  doc.end();
  await ended;
  return { bytes: new Uint8Array(Buffer.concat(chunks)), pages };
}

/** The line at the foot of each page: an artefact, which a screen reader passes over. */
function numberPages(doc: PDFKit.PDFDocument, title: string): void {
  const { count } = doc.bufferedPageRange();
  for (let page = 0; page < count; page++) {
    doc.switchToPage(page);
    doc.page.margins.bottom = 0;
    doc.markContent('Artifact', { type: 'Pagination' });
    doc.font(fonts.small).fontSize(8.5).fillColor(faint);
    doc.text(title, margin, doc.page.height - 46, { lineBreak: false });
    doc.text(`${page + 1} of ${count}`, margin, doc.page.height - 46, {
      align: 'right',
      width: doc.page.width - 2 * margin,
      lineBreak: false,
    });
    doc.endMarkedContent();
  }
}
